// MC575: Exchange asks to stay away for a time (ErrorServerBusy with BackOffMilliseconds): its own throttling policy, or load.

import { sessionThat } from './session-example.ts';
import { exchangeHit } from './exchange-hit.ts';
import { exchangePages } from './exchange-server-words.ts';
import { defineRule } from './rule.ts';
import { lookLater } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC575',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => exchangeHit(facts, 'server-busy', 'login', () => ({})),
  en: {
    title: 'Exchange is busy and asks to come back later',
    why:
      'Exchange limits what one account may ask for in a time; an account that serves many mailboxes reaches that limit first. It says how ' +
      'long to wait. It is no verdict on mailbox or password, so the status in the record stays as it is.',
    message: (p) =>
      `${p.server} serves ${p.loginName} no further for now; the status in the record stays as it is.${said(p, 'en')}`,
    fix: (p) => [
      lookLater(p, 'en'),
      {
        who: 'mail-server-administrator',
        do: `If it happens often: in the Exchange Management Shell give the account that serves all mailboxes a policy of its own: New-ThrottlingPolicy -Name Dynamics365 -ThrottlingPolicyScope Regular -EwsMaxConcurrency Unlimited -EwsCutoffBalance Unlimited, then Set-ThrottlingPolicyAssociation -Identity "${p.loginName}" -ThrottlingPolicy Dynamics365 (not in Exchange Online).`,
      },
    ],
  },
  ja: {
    title: 'Exchangeの負荷が高く、後で出直すよう求められました',
    why:
      'Exchangeは、1つのアカウントが一定時間に要求できる量を制限しています。多数のメールボックスを受け持つアカウントは、先に上限に達します。' +
      '待つべき時間は応答に含まれます。メールボックスやパスワードの正否とは関係がないため、設定ファイルの状態は変わりません。',
    message: (p) =>
      `${p.server} が、${p.loginName} からの要求を今は受け付けていません。設定ファイルの状態は変わりません。${said(p, 'ja')}`,
    fix: (p) => [
      lookLater(p, 'ja'),
      {
        who: 'mail-server-administrator',
        do: `頻繁に起こる場合: Exchange 管理シェルで、全メールボックスを受け持つアカウントに専用のポリシーを割り当てる: New-ThrottlingPolicy -Name Dynamics365 -ThrottlingPolicyScope Regular -EwsMaxConcurrency Unlimited -EwsCutoffBalance Unlimited を実行し、続けて Set-ThrottlingPolicyAssociation -Identity "${p.loginName}" -ThrottlingPolicy Dynamics365 を実行する(Exchange Onlineでは不可)。`,
      },
    ],
  },
  sources: [exchangePages.responseCodes, exchangePages.throttling],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            inbox: {
              outcome: 'refused',
              reply: {
                code: '200',
                enhanced: 'ErrorServerBusy',
                text: 'The server cannot service this request right now. Try again later. BackOffMilliseconds: wait 297749 milliseconds',
              },
            },
          },
          { protocol: 'ews' },
        ),
      },
    ],
    good: [{ session: sessionThat({ inbox: { outcome: 'ok' } }, { protocol: 'ews' }) }],
  },
});
