// MC420: the location is an address with http or https, and "Use SSL" says the opposite.

import { adminCenter, productPages } from './admin-center.ts';
import { directionWords, nameOf, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC420',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    sidesOf(facts).flatMap(({ direction, side }) => {
      const scheme = /^(https?):\/\//i.exec(side.host ?? '')?.[1]?.toLowerCase();
      if (scheme === undefined || (scheme === 'https') === side.encrypted) return [];
      return [
        {
          params: { profile: nameOf(facts), direction, scheme },
          where: facts.profile.where([`${direction}ServerLocation`]),
        },
      ];
    }),
  en: {
    title: 'The server location and "Use SSL" disagree',
    why: 'An address that begins with https needs "Use SSL" on, one with http needs it off; the platform refuses the other two (0x8005E23E, 0x8005E23F, 0x8005E240, 0x8005E241). For Exchange Online http is refused in any case (0x8005E255).',
    message: ({ profile, direction, scheme }) =>
      `The ${directionWords.en[direction]} location of "${profile}" begins with ${scheme}, but "Use SSL" is ${scheme === 'https' ? 'No' : 'Yes'}.`,
    fix: ({ profile, direction, scheme }) => [
      adminCenter.en.inProfile(
        profile,
        scheme === 'https'
          ? `set "Use SSL for ${direction === 'incoming' ? 'Incoming' : 'Outgoing'} Connection" to Yes and save.`
          : `write the ${directionWords.en[direction]} server location with https, keep "Use SSL" at Yes, and save.`,
      ),
    ],
  },
  ja: {
    title: 'サーバーの場所と「SSL を使用する」が矛盾しています',
    why: 'https で始まる場所では SSL を「はい」、http で始まる場所では「いいえ」にする必要があり、逆の組み合わせは拒否されます(0x8005E23E、0x8005E23F、0x8005E240、0x8005E241)。Exchange Online では http 自体が拒否されます(0x8005E255)。',
    message: ({ profile, direction, scheme }) =>
      `「${profile}」の${directionWords.ja[direction]}サーバーの場所は ${scheme} で始まりますが、「SSL を使用する」は「${scheme === 'https' ? 'いいえ' : 'はい'}」です。`,
    fix: ({ profile, direction, scheme }) => [
      adminCenter.ja.inProfile(
        profile,
        scheme === 'https'
          ? `「${directionWords.ja[direction]}接続に SSL を使用する」を「はい」にして保存する。`
          : `${directionWords.ja[direction]}サーバーの場所を https で始まるアドレスに直し、SSL は「はい」のまま保存する。`,
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
              serverType: 'exchange-server',
              outgoingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
              outgoingUseSsl: false,
            },
          },
        },
      },
    ],
    good: [
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
