// Knows which services of the mail path end, and when: the one calendar that rules read. Data and one question; the clock is
// passed in. `confirmed`: the owner of the service has published the date; else the source is second-hand or the date has moved.

import type { Language } from '../rules/rule.ts';

export type Retirement = {
  /** ISO 8601 date, UTC: from this day on it has ended. */
  on: string;
  confirmed: boolean;
  /** What ends, as part of a sentence. */
  what: Record<Language, string>;
  source: string;
};

export const retirements = {
  'email-router': {
    on: '2021-04-12',
    confirmed: true,
    what: { en: 'the Email Router', ja: '電子メール ルーター' },
    source: 'https://learn.microsoft.com/power-platform/admin/use-basic-authentication-exchange-online',
  },
  'dynamics-for-outlook': {
    on: '2020-10-01',
    confirmed: true,
    what: { en: 'Dynamics 365 for Outlook', ja: 'Dynamics 365 for Outlook' },
    source:
      'https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes (0x80044511)',
  },
  'gmail-password': {
    on: '2022-05-30',
    confirmed: true,
    what: {
      en: 'signing in to Gmail with the password of the Google account ("less secure apps")',
      ja: 'Google アカウントのパスワードによる Gmail へのサインイン(「安全性の低いアプリ」)',
    },
    source: 'https://support.google.com/accounts/answer/6010255',
  },
  'exchange-online-basic': {
    on: '2022-10-01',
    confirmed: true,
    what: {
      en: 'basic authentication (user name and password) for EWS, POP3 and IMAP in Exchange Online',
      ja: 'Exchange Online の EWS、POP3、IMAP での基本認証(ユーザー名とパスワード)',
    },
    source: 'https://learn.microsoft.com/power-platform/admin/use-basic-authentication-exchange-online',
  },
  'exchange-online-smtp-basic': {
    on: '2026-12-31',
    confirmed: false,
    what: {
      en: 'basic authentication for SMTP AUTH in Exchange Online, off by default; administrators may still switch it on until a final date that is to be announced in 2027',
      ja: 'Exchange Online の SMTP AUTH での基本認証(既定で無効になり、2027年に発表される最終日までは管理者が有効にできる)',
    },
    source: 'Exchange Team, update of 2026-01-27, as quoted by captaindns.com on 2026-02-20',
  },
  'exchange-online-ews': {
    on: '2027-04-01',
    confirmed: false,
    what: {
      en: 'Exchange Web Services (EWS) in Exchange Online, switched off tenant by tenant from 2026-10-01; Exchange Server keeps it',
      ja: 'Exchange Online の Exchange Web Services(EWS)(2026-10-01 からテナントごとに順次停止。Exchange Server では引き続き使える)',
    },
    source: 'Exchange Team, February 2026, as summarized by neowin.net and windowsforum.com',
  },
} as const satisfies Record<string, Retirement>;

/** Whether the day has come. */
export function hasEnded({ on }: Retirement, now: Date): boolean {
  return now.getTime() >= Date.parse(`${on}T00:00:00Z`);
}

/** What has ended for certain stops mail; what is to end, or is known at second hand, may. */
export function severityOf(retirement: Retirement, now: Date): 'error' | 'warning' {
  return retirement.confirmed && hasEnded(retirement, now) ? 'error' : 'warning';
}
