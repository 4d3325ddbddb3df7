interface Policy {
  createScriptURL(url: string): string;
}

/** Pages may begin a thread from our own files alone. Without trusted types the browser asks for no such word. */
const trusted = (
  globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy };
  }
).trustedTypes?.createPolicy('cyfran-worker', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError('not a file of ours');
    return url;
  },
});

/** The address of a worker's file as `new Worker` takes it. */
export function threadUrl(url: string): string {
  return trusted?.createScriptURL(url) ?? url;
}
