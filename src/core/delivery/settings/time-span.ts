// Knows how .NET reads a time span (TimeSpan.TryParse), which is how the portal reads one, and how to write and to say one.
// A single number is DAYS. Of three numbers the first is hours up to 23 and days from 24 on, with hours and minutes after it:
// "24:00:00" is 24 days (.NET TimeSpan.Parse; Azure Functions documentation, timer trigger, says the same of its intervals).

const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const onlyDays = /^(-?)(\d{1,8})$/;
const clock = /^(-?)(?:(\d{1,8})\.)?(\d{1,8}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/;
const fourNumbers = /^(-?)(\d{1,8}):(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,7}))?$/;

/** Milliseconds; undefined: not readable, so the portal's default is in force. */
export function readTimeSpan(text: string): number | undefined {
  const typed = text.trim();
  const days = onlyDays.exec(typed);
  if (days !== null) return spanOf(days[1], days[2], '0', '0', '0', undefined);
  const four = fourNumbers.exec(typed);
  if (four !== null) return spanOf(four[1], four[2], four[3], four[4], four[5], four[6]);
  const [, sign, before, first = '', middle, last, fraction] = clock.exec(typed) ?? [];
  if (middle === undefined) return undefined;
  if (Number(first) <= 23) return spanOf(sign, before ?? '0', first, middle, last ?? '0', fraction);
  return before === undefined && last !== undefined && fraction === undefined
    ? spanOf(sign, first, middle, last, '0', undefined)
    : undefined;
}

/** Whether days are read where somebody may have meant another unit: "5", "30", "24:00:00". */
export function readsAsDays(text: string): boolean {
  const span = readTimeSpan(text);
  return span !== undefined && Math.abs(span) >= day && !/[.]|:.*:.*:/.test(text);
}

/** The form that can be read in one way only: `00:05:00`, `1.00:00:00`. */
export function timeSpanText(milliseconds: number): string {
  const rest = Math.abs(milliseconds);
  const days = Math.floor(rest / day);
  const parts = [
    Math.floor((rest % day) / hour),
    Math.floor((rest % hour) / minute),
    (rest % minute) / second,
  ];
  const [hours, minutes, seconds = 0] = parts.map((part) => String(Math.floor(part)).padStart(2, '0'));
  return `${milliseconds < 0 ? '-' : ''}${days === 0 ? '' : `${days}.`}${hours}:${minutes}:${seconds}`;
}

const units = {
  en: { day: ' day', hour: ' hour', minute: ' minute', second: ' second', many: 's', between: ' ' },
  ja: { day: '日', hour: '時間', minute: '分', second: '秒', many: '', between: '' },
} as const;

/** `5 minutes`, `1日12時間`. */
export function timeSpanWords(milliseconds: number, language: 'en' | 'ja'): string {
  const said = units[language];
  const rest = Math.abs(milliseconds);
  const counts = [
    [Math.floor(rest / day), said.day],
    [Math.floor((rest % day) / hour), said.hour],
    [Math.floor((rest % hour) / minute), said.minute],
    [(rest % minute) / second, said.second],
  ] as const;
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}${count === 1 ? '' : said.many}`);
  if (parts.length === 0) return `0${said.second}${said.many}`;
  return (milliseconds < 0 ? '-' : '') + parts.join(said.between);
}

function spanOf(
  sign = '',
  days = '0',
  hours = '0',
  minutes = '0',
  seconds = '0',
  fraction: string | undefined,
): number | undefined {
  const numbers = [days, hours, minutes, seconds].map(Number);
  const [d = 0, h = 0, m = 0, s = 0] = numbers;
  // 10,675,199 days is as much as 64 bits of 100 nanoseconds hold.
  if (h > 23 || m > 59 || s > 59 || d > 10_675_199) return undefined;
  const span = d * day + h * hour + m * minute + s * second + Number(`0.${fraction ?? '0'}`) * second;
  return sign === '-' ? -span : span;
}
