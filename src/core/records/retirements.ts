// Knows which services of the mail path end, and when: the one calendar that rules read. Data and two questions; the clock is
// passed in. `confirmed`: the owner of the service has published the date; else the source is second-hand or the date has moved.

import type { Language } from '../rules/rule.ts';

export type Retirement = {
  /** ISO 8601 date, UTC: from this day on it has ended. */
  on: string;
  confirmed: boolean;
  /** What ends, as part of a sentence. */
  what: Record<Language, string>;
  /** Whom it hits: which records show that somebody still uses it. */
  whom: Record<Language, string>;
  source: string;
};

export const retirements = {
  'dynamics-for-outlook': {
    on: '2020-10-01',
    confirmed: true,
    what: { en: 'Dynamics 365 for Outlook', ja: 'Dynamics 365 for Outlook' },
    whom: {
      en: 'mailboxes whose outgoing or incoming method is Dynamics 365 for Outlook',
      ja: '同期方法がDynamics 365 for Outlookのメールボックス',
    },
    source:
      'https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes (0x80044511)',
  },
  'email-router': {
    on: '2021-04-12',
    confirmed: true,
    what: { en: 'the Email Router', ja: 'Email Router' },
    whom: {
      en: 'environments whose "Process Email Using" is the Email Router',
      ja: 'メールの処理方法がEmail Routerの環境',
    },
    source: 'https://learn.microsoft.com/power-platform/admin/use-basic-authentication-exchange-online',
  },
  'gmail-password': {
    on: '2022-05-30',
    confirmed: true,
    what: {
      en: 'signing in to Gmail with the password of the Google account ("less secure apps")',
      ja: 'GoogleアカウントのパスワードによるGmailへのサインイン(「安全性の低いアプリ」)',
    },
    whom: {
      en: 'profiles that sign in to Gmail with user name and password; an app password still works',
      ja: 'ユーザー名とパスワードでGmailにサインインするプロファイル(アプリ パスワードは引き続き使用可能)',
    },
    source: 'https://support.google.com/accounts/answer/6010255',
  },
  'exchange-online-basic': {
    on: '2022-10-01',
    confirmed: true,
    what: {
      en: 'basic authentication (user name and password) for EWS, POP3 and IMAP in Exchange Online',
      ja: 'Exchange OnlineのEWS、POP3、IMAPでの基本認証(ユーザー名とパスワード)',
    },
    whom: {
      en: 'profiles other than "Microsoft Exchange Online" that sign in there with user name and password',
      ja: '「Microsoft Exchange Online」以外で、Exchange Onlineにユーザー名とパスワードでサインインするプロファイル',
    },
    source: 'https://learn.microsoft.com/power-platform/admin/use-basic-authentication-exchange-online',
  },
  'google-workspace-password': {
    on: '2024-09-30',
    // Named first; 2025-03-14 and 2025-05-01 have been named since.
    confirmed: false,
    what: {
      en: 'signing in to Google Workspace with the password of the account',
      ja: 'アカウントのパスワードによるGoogle Workspaceへのサインイン',
    },
    whom: {
      en: 'profiles that sign in to Gmail with an account of Google Workspace; an app password still works',
      ja: 'Google WorkspaceのアカウントでGmailにサインインするプロファイル(アプリ パスワードは引き続き使用可能)',
    },
    source: 'Google Workspace announcements, as summarized by umzuzu.com',
  },
  'exchange-online-ews-both-levels': {
    on: '2025-04-01',
    confirmed: false,
    what: {
      en: 'EWS in Exchange Online unless EWSEnabled is true for the organization and for the mailbox',
      ja: 'EWSEnabledが組織とメールボックスの両方でtrueでない場合の、Exchange OnlineのEWS',
    },
    whom: {
      en: 'profiles that reach Exchange Online over EWS',
      ja: 'EWSでExchange Onlineに接続するプロファイル',
    },
    source: 'Microsoft 365 message center MC1015893, as copied by west.jcteams.info',
  },
  'exchange-online-ews-begin': {
    on: '2026-10-01',
    confirmed: false,
    what: {
      en: 'EWS in Exchange Online, tenant by tenant, unless an administrator allowed it by the end of August 2026',
      ja: 'Exchange OnlineのEWS(テナントごとに順次。2026年8月末までに管理者が許可したものを除く)',
    },
    whom: {
      en: 'profiles that reach Exchange Online over EWS',
      ja: 'EWSでExchange Onlineに接続するプロファイル',
    },
    source: 'Exchange Team, February 2026, as summarized by neowin.net and windowsforum.com',
  },
  'exchange-online-smtp-basic': {
    on: '2026-12-31',
    confirmed: false,
    what: {
      en: 'basic authentication for SMTP AUTH in Exchange Online, off by default from the end of December 2026; administrators may still switch it on until a final date that is to be announced in 2027',
      ja: 'Exchange OnlineのSMTP AUTHでの基本認証(2026年12月末から既定で無効。2027年に発表される最終日までは管理者が有効にできる)',
    },
    whom: {
      en: 'POP3/SMTP and IMAP/SMTP profiles that send through smtp.office365.com with user name and password',
      ja: 'smtp.office365.comにユーザー名とパスワードで送信するPOP3/SMTP、IMAP/SMTPのプロファイル',
    },
    source: 'Exchange Team, update of 2026-01-27, as quoted by captaindns.com on 2026-02-20',
  },
  'exchange-online-ews': {
    on: '2027-04-01',
    confirmed: false,
    what: {
      en: 'Exchange Web Services (EWS) in Exchange Online, without exceptions; Exchange Server keeps it',
      ja: 'Exchange OnlineのExchange Webサービス(EWS)。例外はなく、Exchange Serverでは引き続き使える',
    },
    whom: {
      en: 'profiles that reach Exchange Online over EWS, above all those of Dynamics 365 on-premises',
      ja: 'EWSでExchange Onlineに接続するプロファイル(特にオンプレミスのDynamics 365)',
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
