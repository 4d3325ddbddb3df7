export class Counter { #n = $state(0); double = $derived(this.#n * 2); add() { this.#n += 1; } }
