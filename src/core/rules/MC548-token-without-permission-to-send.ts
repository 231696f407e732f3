// MC548: logged in to Microsoft Graph and nothing sent, with a token that does not name the permission to send.

import { stepOf } from '../mail/evidence.ts';
import { exchangeOnline, exchangeOnlinePages } from './exchange-online-words.ts';
import { sessionThat } from './session-example.ts';
import { lackingPermission } from './graph-permission.ts';
import { defineRule } from './rule.ts';
import { paramsOf } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';

export default defineRule({
  code: 'MC548',
  subject: 'session',
  stage: 'server',
  severity: 'warning',
  check: (facts) => {
    const { observation, profile } = facts;
    // Where sending was tried, the service's own answer tells.
    const untried =
      observation.direction === 'outgoing' &&
      stepOf(observation, 'login')?.outcome === 'ok' &&
      stepOf(observation, 'queued')?.outcome === 'not-tried' &&
      stepOf(observation, 'inbox')?.outcome !== 'refused';
    const lacks = lackingPermission('outgoing', observation);
    if (!untried || lacks === undefined) return [];
    const application = profile?.fields.oauthClientId;
    return [
      {
        params: { ...paramsOf(facts, 'login'), lacks, application },
        where: profile?.where([application === undefined ? 'serverType' : 'oauthClientId']),
      },
    ];
  },
  en: {
    title: 'The token does not name the permission to send',
    why:
      'The token was accepted, and its list of permissions has none to send mail. Sending is then refused, unless Exchange itself gave the ' +
      'application that right (RBAC for Applications), which no token shows. Nothing was sent in this look, so it is not certain.',
    message: (p) =>
      `The access token for ${p.mailbox} does not name ${p.lacks}, so ${p.server} may refuse to send.`,
    fix: (p) => [exchangeOnline.en.permissions(p.application, [p.lacks]), lookAgain(p, 'en')],
  },
  ja: {
    title: 'トークンに送信のアクセス許可がありません',
    why:
      'トークンは受け付けられましたが、そのアクセス許可の中にメールの送信がありません。この場合は送信が拒否されますが、Exchange側でアプリに権限を与えている場合' +
      '(アプリケーションの RBAC)はトークンに現れず、送信できます。今回は送信していないため、確かではありません。',
    message: (p) =>
      `${p.mailbox} のアクセス トークンに ${p.lacks} がないため、${p.server} に送信を拒否される可能性があります。`,
    fix: (p) => [exchangeOnline.ja.permissions(p.application, [p.lacks]), lookAgain(p, 'ja')],
  },
  sources: [exchangeOnlinePages.applicationRoles, 'https://learn.microsoft.com/graph/permissions-reference'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { queued: { outcome: 'not-tried', because: 'not-asked' } },
          { protocol: 'graph', direction: 'outgoing', token: { roles: ['Mail.Read'] } },
        ),
      },
    ],
    good: [
      {
        session: sessionThat(
          { queued: { outcome: 'not-tried', because: 'not-asked' } },
          { protocol: 'graph', direction: 'outgoing', token: { roles: ['Mail.Send'] } },
        ),
      },
      // It was sent all the same.
      {
        session: sessionThat(
          { queued: { outcome: 'ok' } },
          { protocol: 'graph', direction: 'outgoing', token: { roles: ['Mail.Read'] } },
        ),
      },
      {
        session: sessionThat(
          { queued: { outcome: 'not-tried', because: 'not-asked' } },
          { protocol: 'graph', direction: 'outgoing' },
        ),
      },
    ],
  },
});
