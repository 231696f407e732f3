// Knows how a point in time is typed: "10m", "14:30", "2026-11-25 14:30". Times without an offset are the machine's own.

import type { Language } from '../core/rules/rule.ts';
import { Unusable } from './exit.ts';
import { safe } from './safe.ts';

const words: Record<Language, { wrong(text: string): string; future(text: string): string }> = {
  en: {
    wrong: (text) =>
      `--since cannot be "${text}". Say how long ago (10m, 2h, 3d) or when: 14:30, 2026-11-25, "2026-11-25 14:30".`,
    future: (text) => `--since "${text}" is still to come. Say when the mail was asked for.`,
  },
  ja: {
    wrong: (text) =>
      `--since に「${text}」は使えません。どれだけ前か(10m、2h、3d)、または時刻(14:30、2026-11-25、"2026-11-25 14:30")を指定してください。`,
    future: (text) =>
      `--since の「${text}」はまだ来ていない時刻です。メールを要求した時刻を指定してください。`,
  },
};

const milliseconds: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The moment that is meant, ISO 8601 in UTC. A time of day is the last one that has passed. */
export function momentAsked(text: string, now: Date, language: Language): string {
  const moment = momentOf(text.trim(), now);
  if (moment === undefined) throw new Unusable(words[language].wrong(safe(text, 40)));
  if (moment.getTime() > now.getTime()) throw new Unusable(words[language].future(safe(text, 40)));
  return moment.toISOString();
}

function momentOf(text: string, now: Date): Date | undefined {
  const ago = /^(\d{1,5})([mhd])$/.exec(text);
  if (ago !== null) return new Date(now.getTime() - Number(ago[1]) * (milliseconds[ago[2] ?? ''] ?? 0));
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (clock !== null) {
    const today = new Date(now);
    today.setHours(Number(clock[1]), Number(clock[2]), 0, 0);
    if (today.getTime() > now.getTime()) today.setDate(today.getDate() - 1);
    return today;
  }
  const date =
    /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (date === null) return undefined;
  const [, day = '', time = '00:00', offset = ''] = date;
  const moment = new Date(`${day}T${time}${offset}`);
  // Date takes 2026-02-31 for 3 March.
  return Number.isNaN(moment.getTime()) || (offset === '' && moment.getDate() !== Number(day.slice(8)))
    ? undefined
    : moment;
}
