// MC420: the location is an address with http or https, and "Use SSL" says the opposite.

import { adminCenter, productPages } from './admin-center.ts';
import { directionWords, nameOf, placeOfLocation, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC420',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) => {
    // A mail server's location is no address at all: MC414.
    if (!facts.effective.exchange) return [];
    const online = facts.effective.serverType === 'exchange-online';
    return sidesOf(facts).flatMap(({ direction, side }) => {
      const scheme = /^(https?):\/\//i.exec(side.host ?? '')?.[1]?.toLowerCase();
      if (scheme === undefined) return [];
      const agrees = (scheme === 'https') === side.encrypted;
      if (agrees && !(online && scheme === 'http')) return [];
      return [
        {
          params: { profile: nameOf(facts), direction, scheme, ssl: side.encrypted },
          where: placeOfLocation(facts, direction),
        },
      ];
    });
  },
  en: {
    title: 'The server location and "Use SSL" disagree',
    why: 'An address that begins with https needs "Use SSL" on, one with http needs it off; the platform refuses the other two (0x8005E23E IncomingServerLocationAndSslSetToNo, 0x8005E23F OutgoingServerLocationAndSslSetToNo, 0x8005E240 IncomingServerLocationAndSslSetToYes, 0x8005E241 OutgoingServerLocationAndSslSetToYes). For Exchange Online http is refused in any case (0x8005E255 ServerLocationAndSSLSetToYes).',
    message: ({ profile, direction, scheme, ssl }) =>
      scheme === 'http' && !ssl
        ? `The ${directionWords.en[direction]} location of the Exchange Online profile "${profile}" begins with http, which is refused.`
        : `The ${directionWords.en[direction]} location of "${profile}" begins with ${scheme}, but "Use SSL" is ${ssl ? 'Yes' : 'No'}.`,
    fix: ({ profile, direction, scheme }) => [
      adminCenter.en.inProfile(
        profile,
        scheme === 'https'
          ? `set "Use SSL for ${direction === 'incoming' ? 'Incoming' : 'Outgoing'} Connection" to Yes and save.`
          : `write the ${directionWords.en[direction]} server location with https, set "Use SSL" to Yes, and save.`,
      ),
    ],
  },
  ja: {
    title: 'サーバーの位置とSSLの設定が矛盾しています',
    why: '位置がhttpsで始まる場合はSSLを「はい」、httpで始まる場合は「いいえ」にする必要があり、逆の組み合わせは拒否されます(0x8005E23E IncomingServerLocationAndSslSetToNo、0x8005E23F OutgoingServerLocationAndSslSetToNo、0x8005E240 IncomingServerLocationAndSslSetToYes、0x8005E241 OutgoingServerLocationAndSslSetToYes)。Exchange Onlineではhttp自体が拒否されます(0x8005E255 ServerLocationAndSSLSetToYes)。',
    message: ({ profile, direction, scheme, ssl }) =>
      scheme === 'http' && !ssl
        ? `Exchange Onlineのプロファイル「${profile}」の「${directionWords.ja[direction]}サーバーの位置」がhttpで始まっているため、拒否されます。`
        : `サーバー プロファイル「${profile}」の「${directionWords.ja[direction]}サーバーの位置」は${scheme}で始まりますが、「${directionWords.ja[direction]}接続に SSL を使用する」は「${ssl ? 'はい' : 'いいえ'}」です。`,
    fix: ({ profile, direction, scheme }) => [
      adminCenter.ja.inProfile(
        profile,
        scheme === 'https'
          ? `「${directionWords.ja[direction]}接続に SSL を使用する」を「はい」にして保存する。`
          : `${directionWords.ja[direction]}サーバーの位置をhttpsで始まるURLに直し、SSLを「はい」にして保存する。`,
      ),
    ],
  },
  sources: [productPages.errorCodes],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingServerLocation: 'http://mail.example.com/EWS/Exchange.asmx',
            },
          },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-online',
              incomingServerLocation: 'http://outlook.office365.com/EWS/Exchange.asmx',
              incomingUseSsl: false,
            },
          },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              outgoingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
              outgoingUseSsl: false,
            },
          },
        },
      },
    ],
    good: [
      // No address: MC414.
      { change: { profiles: { contoso: { outgoingServerLocation: 'http://smtp.example.com' } } } },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
              outgoingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
            },
          },
        },
      },
    ],
  },
});
