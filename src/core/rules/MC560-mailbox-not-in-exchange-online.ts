// MC560: Exchange knows no mailbox that could be opened for this address (HTTP 404 with a code of its own).

import { productPages } from './admin-center.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { exchangeOnline, exchangeOnlinePages } from './exchange-online-words.ts';
import { httpHit, type HttpParams } from './http-hit.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC560',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => httpHit(facts, 'mailbox-not-in-service', 'address', () => ({})),
  en: {
    title: 'Exchange has no mailbox for this address',
    why:
      'The token was accepted, and there is no mailbox behind the address that could be opened: the user has no licence with Exchange ' +
      'Online, the mailbox is on a server of your own or was deleted, or the address is no address of a user of this tenant. ' +
      'Dataverse fails in its test with MailboxNotEnabledForRESTAPI (8005E274) or "no user was found".',
    message: (p) =>
      `Exchange has no mailbox to open for ${p.mailbox}${reasons.en[reasonOf(p)]}.${said(p, 'en')}`,
    fix: (p) => [...stepsFor(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'このアドレスのメールボックスがExchangeにありません',
    why:
      'トークンは受け付けられましたが、アドレスに対応する、開けるメールボックスがありません。ユーザーにExchange Onlineのライセンスがない、メールボックスが自社サーバーにある、' +
      '削除された、このテナントのユーザーのアドレスではない、のいずれかです。Dataverseのテストも MailboxNotEnabledForRESTAPI(8005E274)や「ユーザーが見つからない」で失敗します。',
    message: (p) =>
      `${p.mailbox} のメールボックスをExchangeで開けません${reasons.ja[reasonOf(p)]}。${said(p, 'ja')}`,
    fix: (p) => [...stepsFor(p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: [
    exchangeOnlinePages.graphErrors,
    productPages.exchangeOnline,
    'https://learn.microsoft.com/graph/hybrid-rest-support',
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  examples: {
    bad: [
      refusedWith(
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
      ),
      {
        session: sessionThat(
          {
            inbox: {
              outcome: 'refused',
              reply: { code: '404', enhanced: 'MailboxNotEnabledForRESTAPI', text: 'no' },
            },
          },
          { protocol: 'graph', account: { enabled: true, guest: false, exchangePlan: false } },
        ),
      },
      {
        session: sessionThat(
          {
            inbox: {
              outcome: 'refused',
              reply: { code: '404', enhanced: 'MailboxNotEnabledForRESTAPI', text: 'no' },
            },
          },
          { protocol: 'graph', account: { guest: true, exchangePlan: true } },
        ),
      },
      refusedWith('ErrorInvalidUser', "The requested user 'admin@example.com' is invalid."),
    ],
    good: [
      { session: sessionThat({ inbox: { outcome: 'ok' } }, { protocol: 'graph' }) },
      {
        session: sessionThat(
          {
            inbox: { outcome: 'refused', reply: { code: '403', enhanced: 'ErrorAccessDenied', text: 'no' } },
          },
          { protocol: 'graph' },
        ),
      },
    ],
  },
});

type Reason = 'guest' | 'no-licence' | 'unknown-user' | 'not-enabled';

/** What the directory says goes before what may be concluded from the code. */
function reasonOf({ account, serviceCode }: HttpParams): Reason {
  if (account?.guest === true) return 'guest';
  if (account?.exchangePlan === false) return 'no-licence';
  return /^(?:ErrorInvalidUser|Request_ResourceNotFound|ResourceNotFound)$/.test(serviceCode ?? '')
    ? 'unknown-user'
    : 'not-enabled';
}

const reasons: Record<Language, Record<Reason, string>> = {
  en: {
    guest: ': the account is a guest of the tenant, and guests have none',
    'no-licence': ': its account has no plan with Exchange Online in force',
    'unknown-user': ': it knows no user of that name',
    'not-enabled': '',
  },
  ja: {
    guest: '(アカウントはテナントのゲストで、ゲストにはメールボックスがない)',
    'no-licence': '(アカウントに、有効なExchange Onlineのプランがない)',
    'unknown-user': '(その名前のユーザーが見つからない)',
    'not-enabled': '',
  },
};

function stepsFor(p: HttpParams, language: Language): FixStep[] {
  const { tenant, mailbox, profile } = p;
  const reason = reasonOf(p);
  const english = language === 'en';
  const licence = exchangeOnline[language].licence(mailbox);
  const onPremises: FixStep = {
    who: 'system-administrator',
    do: english
      ? `If the mailbox is on an Exchange Server of your own: give ${mailbox} a server profile of the type "Exchange Server (Hybrid)" instead of "${profile}".`
      : `メールボックスが自社のExchange Serverにある場合: ${mailbox} のサーバー プロファイルを、「${profile}」から「Exchange Server (ハイブリッド)」の種類のものに変える。`,
  };
  const inTenant = tenant === undefined ? '' : english ? ` of the tenant ${tenant}` : `(テナント ${tenant})`;
  const address: FixStep = {
    who: 'tenant-administrator',
    do: english
      ? `Microsoft 365 admin center > Users > Active users${inTenant}: see that a user or a shared mailbox has the address ${mailbox}, as sign-in name or alias. If it is of another tenant, that tenant's ID belongs into the server profile "${profile}".`
      : `Microsoft 365 管理センター >「ユーザー」>「アクティブなユーザー」${inTenant}で、${mailbox} をユーザー名かエイリアスに持つユーザー(または共有メールボックス)がいるか確かめる。別のテナントのものなら、サーバー プロファイル「${profile}」にそのテナントのIDを設定する。`,
  };
  switch (reason) {
    case 'guest':
      return [address];
    case 'no-licence':
      return [licence, onPremises];
    case 'unknown-user':
      return [address];
    case 'not-enabled':
      return [licence, onPremises, address];
  }
}

function refusedWith(enhanced: string, text: string) {
  return {
    session: sessionThat(
      { inbox: { outcome: 'refused' as const, reply: { code: '404', enhanced, text } } },
      { protocol: 'graph' },
    ),
  };
}
