// Knows how the account behind a mailbox is told in one line: sign-in and licence, as far as they may be seen. Words only.

import type { AccountSeen } from '../../core/mail/evidence.ts';
import type { Language } from '../../core/rules/rule.ts';

const words = {
  en: {
    account: 'account',
    enabled: ['sign-in is blocked', 'sign-in is allowed'],
    exchangePlan: ['no Exchange Online licence in force', 'Exchange Online licence in force'],
    guest: ['', 'a guest of the tenant'],
    between: ', ',
    after: ': ',
  },
  ja: {
    account: 'アカウント',
    enabled: ['サインインはブロックされている', 'サインインは許可されている'],
    exchangePlan: ['有効なExchange Onlineのライセンスがない', 'Exchange Onlineのライセンスは有効'],
    guest: ['', 'テナントのゲスト'],
    between: '、',
    after: ': ',
  },
} as const;

export function accountText(account: AccountSeen, language: Language): string | undefined {
  const said = words[language];
  const told = (['guest', 'enabled', 'exchangePlan'] as const)
    .map((name) => (account[name] === undefined ? '' : said[name][account[name] ? 1 : 0]))
    .filter((text) => text !== '');
  return told.length === 0 ? undefined : `${said.account}${said.after}${told.join(said.between)}`;
}
