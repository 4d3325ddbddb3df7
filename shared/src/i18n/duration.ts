/** A length of time in whole minutes, wherever one is told: `10 min`, `1 h 30 min`; in Welsh `1 awr 30 mun`. */
export function duration(locale: 'cy' | 'en', minutes: number): string {
  const { hour, minute } = { cy: { hour: 'awr', minute: 'mun' }, en: { hour: 'h', minute: 'min' } }[locale];
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [`${String(hours)} ${hour}`] : []),
    ...(rest > 0 || hours === 0 ? [`${String(rest)} ${minute}`] : []),
  ];
  return parts.join(' ');
}
