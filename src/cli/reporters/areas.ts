// Knows the areas in which rules are listed, by their codes, and what each is called. Data and one grouping.

import { rules } from '../../core/rules/index.ts';
import type { Language, Rule } from '../../core/rules/rule.ts';

type Area = {
  /** For anchors: the same in every language. */
  id: string;
  /** First and last codes; no code is in two areas. */
  codes: readonly (readonly [string, string])[];
  title: Record<Language, string>;
};

const areas: readonly Area[] = [
  {
    id: 'request',
    codes: [
      ['MC100', 'MC112'],
      ['MC115', 'MC119'],
      ['MC150', 'MC150'],
      ['MC153', 'MC199'],
      ['MC741', 'MC749'],
    ],
    title: { en: 'Request: is a mail asked for?', ja: '送信の要求(メールは要求されたか)' },
  },
  {
    id: 'site-settings',
    codes: [
      ['MC113', 'MC114'],
      ['MC130', 'MC149'],
      ['MC151', 'MC152'],
    ],
    title: { en: 'Site settings', ja: 'サイト設定' },
  },
  { id: 'recipient', codes: [['MC120', 'MC129']], title: { en: 'Recipient', ja: '宛先' } },
  {
    id: 'process-and-sender',
    codes: [['MC200', 'MC299']],
    title: { en: 'Process and sender', ja: 'プロセスと差出人' },
  },
  { id: 'mailbox', codes: [['MC300', 'MC349']], title: { en: 'Mailbox', ja: 'メールボックス' } },
  { id: 'alerts', codes: [['MC350', 'MC399']], title: { en: 'Alerts', ja: '警告' } },
  {
    id: 'profile',
    codes: [['MC400', 'MC499']],
    title: { en: 'Server profile', ja: 'サーバー プロファイル' },
  },
  {
    id: 'server',
    codes: [['MC500', 'MC599']],
    title: { en: 'Server and sign-in', ja: 'メールサーバーとログイン' },
  },
  { id: 'arrival', codes: [['MC700', 'MC709']], title: { en: 'Arrival', ja: '着信' } },
  { id: 'email-rows', codes: [['MC710', 'MC739']], title: { en: 'E-mail rows', ja: '電子メールの行' } },
  {
    id: 'guests',
    codes: [['MC800', 'MC899']],
    title: { en: 'Guests and one-time passcodes', ja: 'ゲストとワンタイム パスコード' },
  },
];

/** Every rule, along the path of a mail, guests last; those of a code that no area names at the end. */
export function rulesByArea(): { id: string; title: Record<Language, string>; own: Rule[] }[] {
  const grouped = areas.map(({ id, codes, title }) => ({
    id,
    title,
    own: rules.filter(({ code }) => codes.some(([first, last]) => code >= first && code <= last)),
  }));
  const named = new Set(grouped.flatMap(({ own }) => own));
  const others = {
    id: 'others',
    title: { en: 'Others', ja: 'そのほか' },
    own: rules.filter((rule) => !named.has(rule)),
  };
  return [...grouped, others].filter(({ own }) => own.length > 0);
}
