// MC557: the token endpoint points elsewhere, and the credential is not taken there.

import { tokenThat } from './token-example.ts';
import { defineRule } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { tokenHit } from './token-hit.ts';

export default defineRule({
  code: 'MC557',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    tokenHit(facts, 'token-redirected', 'tenant', (step) => ({
      status: step.outcome === 'rejected' ? (step.reply?.code ?? '') : '',
      target: step.outcome === 'rejected' ? (step.reply?.text ?? '').slice(0, 200) : '',
    })),
  en: {
    title: 'The token endpoint redirects to another address',
    why:
      'A token endpoint answers where it is; a redirect comes from a proxy with a sign-in page, from a mistyped address, or from ' +
      'somebody who wants the credential. It is not followed: only the address in the records gets the secret.',
    message: (p) =>
      `${p.endpoint} answered ${p.status} and points to ${p.target === '' ? 'nowhere' : `"${p.target}"`}; nothing was sent there.`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `If ${p.target === '' ? 'that' : p.target} is a sign-in page of the network, exempt this computer from it for https://${p.endpoint}.`,
      },
      {
        who: 'records-keeper',
        do: `If not: compare endpoints.microsoftAuthority or endpoints.googleToken in the record of the environment with the provider's documentation, or take the key out.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'トークンの発行元が別のアドレスへ転送しようとしています',
    why:
      'トークンの発行元は、そのアドレスで応答するものです。転送は、サインイン画面のあるプロキシ、アドレスの書き誤り、または資格情報を狙う第三者によるものです。' +
      '転送には従いません。秘密の値を送る先は、設定ファイルのアドレスだけです。',
    message: (p) =>
      `${p.endpoint} が ${p.status} と応答し、${p.target === '' ? '転送先のない転送' : `「${p.target}」への転送`}を求めました。そこには何も送っていません。`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `${p.target === '' ? '転送先' : p.target} がネットワークのサインイン画面なら、このコンピューターから https://${p.endpoint} への接続を対象外にする。`,
      },
      {
        who: 'records-keeper',
        do: 'そうでなければ、設定ファイルの環境の endpoints.microsoftAuthority または endpoints.googleToken を公式ドキュメントと見比べるか、このキーを消す。',
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 9700 §4.11', 'RFC 6749 §3.2'],
  examples: {
    bad: [
      {
        session: tokenThat({
          outcome: 'rejected',
          reason: 'redirected-elsewhere',
          reply: { code: '302', text: 'https://portal.hotel.example' },
        }),
      },
    ],
    good: [{ session: tokenThat({ outcome: 'ok' }) }],
  },
});
