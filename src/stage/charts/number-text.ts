/** Numbers as charts write them: as many digits as tell a value from its neighbours, thousands grouped. */

const grouped = (digits: string): string => digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

/** "0", "0.25", "3.4", "86", "1,240". */
export function numberText(value: number): string {
  const size = Math.abs(value);
  return grouped(String(Number(value.toFixed(size < 1 ? 2 : size < 10 ? 1 : 0))));
}
