// MC550: the host has IPv4 and IPv6 addresses, and only one of the two families answers.

import type { FailedAddress } from '../mail/evidence.ts';
import { sessionThat } from './session-example.ts';
import { defineRule, type Language } from './rule.ts';
import { paramsOf } from './session-hit.ts';

type Family = 'IPv4' | 'IPv6';

export default defineRule({
  code: 'MC550',
  subject: 'session',
  stage: 'server',
  severity: 'information',
  check: (facts) => {
    const { address, failedAddresses = [], host, direction } = facts.observation;
    if (address === undefined || failedAddresses.length === 0) return [];
    // Said once a host, not once a mailbox.
    const first = facts.observations.find((one) => one.host === host && one.failedAddresses !== undefined);
    if (first !== undefined && first !== facts.observation) return [];
    return [
      {
        params: { ...paramsOf(facts, 'connect'), address, failed: failedAddresses.slice(0, 4) },
        where: facts.profile?.where([`${direction}ServerLocation`]),
      },
    ];
  },
  en: {
    title: 'Only one of IPv4 and IPv6 leads to the server',
    why:
      'The name of the server stands for addresses of both families. A program that tries the dead one first waits for it, or fails ' +
      'where it tries no other. mailcheck takes the one that answers; which one Dataverse takes is not known. It may be a fault of the network here alone.',
    message: ({ host, port, address, failed }) =>
      `${host} answers on port ${port} over ${familyOf(address)} (${address}), but not over ${otherFamily(address)}: ${failed.map((one) => failedText(one, 'en')).join('; ')}.`,
    fix: ({ host, port, address, failed }) => [
      {
        who: 'mail-server-administrator',
        do: `See that port ${port} is open at ${addresses(failed, ', ')} as well, or take the ${otherFamily(address)} address of ${host} out of the DNS (${otherFamily(address) === 'IPv6' ? 'AAAA' : 'A'} record).`,
      },
      {
        who: 'network-administrator',
        do: `If it is reachable from elsewhere: repair the ${otherFamily(address)} route of this machine's network.`,
      },
    ],
  },
  ja: {
    title: 'IPv4とIPv6の一方でしかサーバーにつながりません',
    why:
      'サーバーの名前には両方のアドレスが登録されています。つながらないほうを先に試すプログラムはそこで待たされ、もう一方を試さないものは失敗します。' +
      'mailcheckは応答するほうを使いますが、Dataverseがどちらを使うかはわかりません。ここのネットワークだけの問題かもしれません。',
    message: ({ host, port, address, failed }) =>
      `${host} の ${port} 番は${familyOf(address)}(${address})では応答しますが、${otherFamily(address)}ではつながりません(${failed.map((one) => failedText(one, 'ja')).join('、')})。`,
    fix: ({ host, port, address, failed }) => [
      {
        who: 'mail-server-administrator',
        do: `${addresses(failed, '、')} でも ${port} 番が開いているか確かめる。使わないなら、${host} の${otherFamily(address)}アドレス(${otherFamily(address) === 'IPv6' ? 'AAAA' : 'A'}レコード)をDNSから外す。`,
      },
      {
        who: 'network-administrator',
        do: `ほかの場所からはつながる場合、このマシンのネットワークの${otherFamily(address)}の経路を直す。`,
      },
    ],
  },
  sources: ['RFC 8305 §2, §5', 'RFC 6724 §2', 'https://nodejs.org/api/errors.html#common-system-errors'],
  examples: {
    bad: [
      {
        session: sessionThat(
          {},
          {
            address: '192.0.2.1',
            failedAddresses: [{ address: '2001:db8::1', outcome: 'failed', error: 'ECONNREFUSED' }],
          },
        ),
      },
      {
        session: sessionThat(
          {},
          {
            address: '2001:db8::1',
            failedAddresses: [{ address: '192.0.2.1', outcome: 'timed-out', afterMilliseconds: 700 }],
          },
        ),
      },
    ],
    good: [{ session: sessionThat({}, { address: '192.0.2.1' }) }],
  },
});

function familyOf(address: string): Family {
  return address.includes(':') ? 'IPv6' : 'IPv4';
}

function otherFamily(address: string): Family {
  return familyOf(address) === 'IPv4' ? 'IPv6' : 'IPv4';
}

function addresses(failed: readonly FailedAddress[], separator: string): string {
  return failed.map(({ address }) => address).join(separator);
}

function failedText(one: FailedAddress, language: Language): string {
  if (one.outcome === 'failed') return `${one.address}: ${one.error}`;
  const seconds = Math.round(one.afterMilliseconds / 100) / 10;
  return language === 'en'
    ? `${one.address}: no answer within ${seconds} s`
    : `${one.address}: ${seconds}秒以内に応答なし`;
}
