// MC419: port and TLS mode, or port and protocol, do not belong together.

import type { Protocol, TlsMode } from '../mail/protocol.ts';
import { defaultPort, protocols, tlsModeOfPort } from '../mail/protocol.ts';
import { adminCenter } from './admin-center.ts';
import { directionWords, nameOf, sidesOf } from './profile-questions.ts';
import type { Language } from './rule.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC419',
  subject: 'profile',
  stage: 'profile',
  severity: 'warning',
  check: (facts) =>
    sidesOf(facts).flatMap(({ direction, side }) => {
      const { protocol, port, tls } = side;
      if (protocol === undefined || port === undefined) return [];
      const expected = tlsModeOfPort(protocol, port);
      const other =
        expected === undefined
          ? protocols.find((candidate) => tlsModeOfPort(candidate, port) !== undefined)
          : undefined;
      // A port for STARTTLS also talks in clear text; whether that is wise is MC402's and MC416's business.
      const contradicts = expected !== undefined && (expected === 'implicit') !== (tls === 'implicit');
      return other !== undefined || contradicts
        ? [
            {
              params: {
                profile: nameOf(facts),
                direction,
                protocol,
                port,
                tls,
                expected: expected ?? 'implicit',
                other,
                right: rightPort(protocol, tls),
              },
              where: facts.profile.where([
                facts.profile.fields[`${direction}PortNumber`] === undefined
                  ? `${direction}Tls`
                  : `${direction}PortNumber`,
              ]),
            },
          ]
        : [];
    }),
  en: {
    title: 'Port and TLS mode do not fit each other',
    why:
      'A port stands for a protocol and for the way TLS begins: 465, 993 and 995 with TLS from the first byte, 25, 587, 110 ' +
      'and 143 in clear text that is upgraded. Mixed up, both sides may wait for each other until time is up.',
    message: ({ profile, direction, protocol, port, tls, expected, other }) =>
      other === undefined
        ? `Port ${port} of the ${directionWords.en[direction]} server in the profile "${profile}" stands for ${modes.en[expected]}, but ${modes.en[tls]} is set.`
        : `Port ${port} of the ${directionWords.en[direction]} server in the profile "${profile}" is a port of ${other.toUpperCase()}, but ${protocol.toUpperCase()} is spoken there.`,
    fix: ({ profile, direction, protocol, port, tls, expected, other, right }) => [
      ...(other === undefined
        ? [
            {
              who: 'records-keeper' as const,
              do: `If port ${port} is right, write ${direction}Tls: ${expected} into the record of "${profile}" (or leave ${direction}Tls out).`,
            },
          ]
        : []),
      adminCenter.en.inProfile(
        profile,
        `if ${other === undefined ? modes.en[tls] : protocol.toUpperCase()} is right, set the ${directionWords.en[direction]} port to ${right} and save.`,
      ),
    ],
  },
  ja: {
    title: 'ポートとTLSの方式が合っていません',
    why:
      'ポートは、プロトコルとTLSの始め方を表します。465、993、995は最初からTLS、25、587、110、143は平文で始めてから切り替えます。' +
      '取り違えると、時間切れまで互いに待ち続けることがあります。',
    message: ({ profile, direction, protocol, port, tls, expected, other }) =>
      other === undefined
        ? `プロファイル「${profile}」の${directionWords.ja[direction]}ポート ${port} は${modes.ja[expected]}用ですが、設定は${modes.ja[tls]}です。`
        : `プロファイル「${profile}」の${directionWords.ja[direction]}ポート ${port} は${other.toUpperCase()}のポートですが、${protocol.toUpperCase()}で使う設定です。`,
    fix: ({ profile, direction, protocol, port, tls, expected, other, right }) => [
      ...(other === undefined
        ? [
            {
              who: 'records-keeper' as const,
              do: `ポート ${port} が正しければ、設定ファイルのサーバー プロファイル「${profile}」に ${direction}Tls: ${expected} と書く(${direction}Tls を消してもよい)。`,
            },
          ]
        : []),
      adminCenter.ja.inProfile(
        profile,
        `${other === undefined ? modes.ja[tls] : protocol.toUpperCase()}が正しければ、「${directionWords.ja[direction]}ポート」を ${right} にして保存する。`,
      ),
    ],
  },
  sources: ['RFC 8314 section 3', 'IANA service name and port number registry'],
  examples: {
    bad: [
      { change: { profiles: { contoso: { outgoingPortNumber: 465, outgoingTls: 'starttls' } } } },
      { change: { profiles: { contoso: { outgoingPortNumber: 587, outgoingTls: 'implicit' } } } },
      { change: { profiles: { contoso: { incomingPortNumber: 995, incomingTls: 'starttls' } } } },
      { change: { profiles: { contoso: { incomingPortNumber: 993 } } } },
    ],
    good: [
      { change: { profiles: { contoso: { outgoingPortNumber: 465, outgoingTls: 'implicit' } } } },
      { change: { profiles: { contoso: { outgoingPortNumber: 587, outgoingTls: 'starttls' } } } },
      { change: { profiles: { contoso: { incomingPortNumber: 2110, incomingTls: 'starttls' } } } },
    ],
  },
});

const modes: Record<Language, Record<TlsMode, string>> = {
  en: {
    implicit: 'TLS from the first byte',
    starttls: 'clear text upgraded by STARTTLS',
    none: 'no TLS',
  },
  ja: { implicit: '最初からTLS', starttls: 'STARTTLS', none: 'TLSなし' },
};

function rightPort(protocol: Protocol, tls: TlsMode): number {
  return protocol === 'smtp' && tls === 'implicit'
    ? 465
    : defaultPort(protocol, tls === 'implicit' || protocol === 'smtp');
}
