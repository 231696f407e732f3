// MC564: a web service points somewhere else, where the credential is not taken.

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { httpHit } from './http-hit.ts';
import { editService } from './service-words.ts';
import { lookAgain } from './session-fix.ts';
import { protocolWords } from './session-words.ts';

export default defineRule({
  code: 'MC564',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    httpHit(facts, 'redirected-elsewhere', 'ServerLocation', (step) => ({
      to: 'reply' in step ? /^Location: (.{1,300})/.exec(step.reply?.text ?? '')?.[1] : undefined,
    })),
  en: {
    title: 'The service points to another address',
    why:
      'The answer is a redirect. Whoever answers could name any address, so credentials are never taken along; a sign-in page, a proxy, or ' +
      'an address that has moved are usual. Nothing was tried at the other address.',
    message: (p) =>
      `${p.server} answered a request for ${protocolWords[p.protocol]} with a redirect${p.to === undefined ? '' : ` to ${p.to}`}, which was not followed.`,
    fix: (p) => [
      ...editService(p, 'en'),
      {
        who: 'network-administrator',
        do: `If the address is right: see which proxy or firewall on the way sends requests for ${p.server} elsewhere, and exempt this machine.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サービスが別のアドレスを示しています',
    why:
      '応答はリダイレクトでした。応答する側はどんなアドレスでも示せるため、資格情報を持って移ることはありません。サインイン画面、プロキシ、移転したアドレスがよくある原因です。' +
      '示されたアドレスには何も試していません。',
    message: (p) =>
      `${p.server} は${protocolWords[p.protocol]}の要求に、${p.to === undefined ? '' : `${p.to} への`}リダイレクトで応答しました。移動はしていません。`,
    fix: (p) => [
      ...editService(p, 'ja'),
      {
        who: 'network-administrator',
        do: `アドレスが正しい場合: ${p.server} への要求を途中のどのプロキシやファイアウォールが移しているか調べ、このマシンを対象から外す。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 9110 §15.4', 'RFC 6750 §5.3'],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            login: {
              outcome: 'rejected',
              reason: 'redirected-elsewhere',
              reply: { code: '302', text: 'Location: https://login.proxy.example/' },
            },
          },
          { protocol: 'graph' },
        ),
      },
      {
        session: sessionThat(
          { inbox: { outcome: 'rejected', reason: 'redirected-elsewhere' } },
          { protocol: 'ews' },
        ),
      },
    ],
    good: [{ session: sessionThat({ login: { outcome: 'ok' } }, { protocol: 'graph' }) }],
  },
});
