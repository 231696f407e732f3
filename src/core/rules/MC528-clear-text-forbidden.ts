// MC528: there is a password and no TLS, and no record allows that.

import { implicitPort } from '../mail/protocol.ts';
import { alternativesSeen, provenOrGuessed } from './alternative-words.ts';
import { defineRule, type FixStep } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit, type SessionParams } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels } from './session-words.ts';

export default defineRule({
  code: 'MC528',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => sessionHit(facts, 'clear-text-forbidden', 'Tls', () => ({})),
  en: {
    title: 'The password would have crossed the network in clear text',
    why:
      'This connection is not to be encrypted. Anybody on the way could read user name and password, so they were not ' +
      'sent. Dataverse online does not save a profile without SSL either.',
    message: (p) =>
      `The connection to ${p.server} is not encrypted, so no user name and password were sent.${alternativesSeen(p, 'en')}`,
    fix: (p) => [
      ...provenOrGuessed(
        p,
        {
          port: implicitPort[p.protocol],
          steps: editProfile(
            p,
            `set "${labels.en[p.direction].ssl}" to Yes and "${labels.en[p.direction].port}" to one with TLS (usual: ${implicitPort[p.protocol]})`,
            `${p.direction}UseSsl: true, ${p.direction}PortNumber: ${implicitPort[p.protocol]}`,
            'en',
          ),
        },
        'en',
      ),
      ...allowInRecord(
        p,
        'Only for a server on this very machine or in a closed test network: allowClearTextCredentials: true in the profile says so in as many words.',
      ),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'パスワードが平文で流れるところでした',
    why:
      'この接続は暗号化されません。途中の誰にでもユーザー名とパスワードが読めてしまうため、送っていません。' +
      'オンラインのDataverseも、SSLなしのプロファイルは保存できません。',
    message: (p) =>
      `${p.server} への接続が暗号化されていないため、ユーザー名とパスワードは送っていません。${alternativesSeen(p, 'ja')}`,
    fix: (p) => [
      ...provenOrGuessed(
        p,
        {
          port: implicitPort[p.protocol],
          steps: editProfile(
            p,
            `「${labels.ja[p.direction].ssl}」を「はい」にし、「${labels.ja[p.direction].port}」をTLSのポート(一般には ${implicitPort[p.protocol]})にする`,
            `${p.direction}UseSsl: true、${p.direction}PortNumber: ${implicitPort[p.protocol]}`,
            'ja',
          ),
        },
        'ja',
      ),
      ...allowInRecord(
        p,
        '同じマシン上のサーバーや閉じた試験環境に限り、プロファイルに allowClearTextCredentials: true と明記すれば送る。',
      ),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 8314 §3, §4',
    'RFC 4954 §4',
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes (EmailServerProfileSslRequiredForOnline)',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            tls: { outcome: 'not-tried', because: 'not-asked' },
            login: { outcome: 'rejected', reason: 'clear-text-forbidden' },
          },
          { tls: 'none', port: 25 },
        ),
      },
    ],
    good: [{ session: sessionThat({ login: { outcome: 'ok' } }, { tls: 'starttls' }) }],
  },
});

/** Without a record nothing can say so in as many words. */
function allowInRecord({ again }: SessionParams, text: string): FixStep[] {
  return again === undefined ? [{ who: 'records-keeper', do: text }] : [];
}
