// MC561: the login was accepted, and this mailbox may not be opened or sent from with it (HTTP 403, ErrorAccessDenied).

import type { Observation } from '../mail/evidence.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { exchangeOnline, exchangeOnlinePages } from './exchange-online-words.ts';
import { exchangeHit, type ExchangeParams } from './exchange-hit.ts';
import { exchangeServer } from './exchange-server-words.ts';
import { lackingPermission } from './graph-permission.ts';
import { stepOfService } from './service-words.ts';
import { lookAgain } from './session-fix.ts';
import { protocolWords, said } from './session-words.ts';

export default defineRule({
  code: 'MC561',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    exchangeHit(facts, 'access-forbidden', 'application', (step, observation) => ({
      lacks: lackingPermission(step.step === 'queued' ? 'outgoing' : 'incoming', observation),
    })),
  en: {
    title: 'Access to this mailbox is forbidden',
    why:
      'The service knows who asks and says no for this mailbox (HTTP 403 or ErrorAccessDenied). Either the permission is missing or was not consented to, or an ' +
      'administrator keeps the application to some mailboxes (application access policy, RBAC for Applications), and this one is not among them.',
    message: (p) =>
      `${protocolWords[p.protocol]} forbids ${stepOfService(p.step, 'en')} for ${p.mailbox}${p.lacks === undefined ? '' : `; the token does not name the permission ${p.lacks}`}.${said(p, 'en')}`,
    fix: (p) => [...stepsFor(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'このメールボックスへのアクセスが禁止されています',
    why:
      '誰からの要求かはわかったうえで、このメールボックスについて拒否されています(HTTP 403またはErrorAccessDenied)。アクセス許可が足りないか同意されていない、または、' +
      '管理者がアプリの対象を一部のメールボックスに限っていて(アプリケーション アクセス ポリシー、アプリケーションの RBAC)、このメールボックスが含まれていない、のいずれかです。',
    message: (p) =>
      `${protocolWords[p.protocol]}で、${p.mailbox} に対する${stepOfService(p.step, 'ja')}が禁止されています${p.lacks === undefined ? '' : `(トークンにアクセス許可 ${p.lacks} がない)`}。${said(p, 'ja')}`,
    fix: (p) => [...stepsFor(p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: [
    exchangeOnlinePages.authorization,
    exchangeOnlinePages.accessPolicies,
    exchangeOnlinePages.applicationRoles,
    'https://learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-control-access-to-ews-in-exchange',
  ],
  examples: {
    bad: [
      { session: deniedAt('inbox', {}) },
      { session: deniedAt('queued', { token: { roles: ['Mail.Read'] } }) },
      { session: deniedAt('queued', { token: { roles: ['Mail.Send'] } }) },
      {
        change: { mailboxes: { admin: { oauthRefreshToken: { env: 'REFRESH_TOKEN' } } } },
        session: deniedAt('inbox', { token: { scopes: ['Mail.ReadWrite', 'Mail.Send'] } }),
      },
      {
        session: sessionThat(
          {
            inbox: { outcome: 'refused', reply: { code: '200', enhanced: 'ErrorAccessDenied', text: 'no' } },
          },
          { protocol: 'ews' },
        ),
      },
    ],
    good: [{ session: sessionThat({ inbox: { outcome: 'ok' } }, { protocol: 'graph' }) }],
  },
});

function stepsFor(p: ExchangeParams & { lacks: string | undefined }, language: Language): FixStep[] {
  const { application, mailbox, ofItself, lacks } = p;
  const say = exchangeOnline[language];
  const english = language === 'en';
  if (p.protocol === 'ews') {
    const { fullAccess, impersonation } = exchangeServer[language];
    return p.impersonates ? impersonation(p) : [fullAccess(p)];
  }
  if (!ofItself)
    return [
      {
        who: 'tenant-administrator',
        do: english
          ? `Give the user who signed in the right to the mailbox: Exchange admin center > Recipients > Mailboxes > ${mailbox} > Delegation: "Read and manage" and "Send as".`
          : `サインインしたユーザーにメールボックスの権限を与える: Exchange 管理センター >「受信者」>「メールボックス」> ${mailbox} >「委任」で、「閲覧と管理」と「メールボックス所有者として送信する」を設定する。`,
      },
    ];
  const permissions = say.permissions(application, ['Mail.ReadWrite', 'Mail.Send']);
  const mailboxes = say.mailboxesOf(application, mailbox);
  return lacks === undefined ? [...mailboxes, permissions] : [permissions, ...mailboxes];
}

function deniedAt(step: 'inbox' | 'queued', facts: Partial<Observation>): Observation {
  const text = 'Access is denied. Check credentials and try again.';
  const reply = { code: '403', enhanced: 'ErrorAccessDenied', text };
  return sessionThat({ [step]: { outcome: 'refused', reply } }, { protocol: 'graph', ...facts });
}
