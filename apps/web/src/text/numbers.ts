const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });
const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const share = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
const plural = new Intl.PluralRules('en-US');

export const count = (n: number): string => whole.format(n);
export const number = (n: number): string => exact.format(n);
/** A change, with its sign; a true minus, not a hyphen. */
export const change = (n: number): string => (n > 0 ? `+${count(n)}` : n < 0 ? `−${count(-n)}` : '0');
export const dollars = (cents: number): string => money.format(cents / 100);
export const percent = (part: number): string => share.format(part);
export const partOf = (part: number, all: number): string => percent(all === 0 ? 0 : part / all);

/** "1 state", "3 states"; give the plural where it is not the singular with an s. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${plural.select(n) === 'one' ? one : many}`;
export const people = (n: number): string => counted(n, 'person', 'people');
