// MC406: server locations are given although Auto Discover looks for them.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

const locations = ['incomingServerLocation', 'outgoingServerLocation'] as const;

export default defineRule({
  code: 'MC406',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) => {
    const { fields } = facts.profile;
    const given = locations.find((location) => fields[location] !== undefined);
    return fields.useAutoDiscover === true && facts.effective.exchange && given !== undefined
      ? [
          {
            params: { profile: nameOf(facts), location: fields[given] ?? '' },
            where: facts.profile.where([given]),
          },
        ]
      : [];
  },
  en: {
    title: 'A server location is given although Auto Discover is on',
    why: 'With Auto Discover on the platform finds the Exchange server by itself and refuses a location beside it (0x8005E205 EmailServerProfileLocationNotRequired).',
    message: ({ profile, location }) =>
      `The server profile "${profile}" has Auto Discover on and the location ${location} as well.`,
    fix: ({ profile }) => [
      adminCenter.en.inProfile(
        profile,
        'choose one: set "Auto Discover Server Location" to No and keep the locations, or take the locations out; save.',
      ),
    ],
  },
  ja: {
    title: '自動検出がオンなのにサーバーの位置が指定されています',
    why: '自動検出がオンの場合はExchangeサーバーが自動的に見つけられるため、サーバーの位置を一緒に指定すると拒否されます(0x8005E205 EmailServerProfileLocationNotRequired)。',
    message: ({ profile, location }) =>
      `サーバー プロファイル「${profile}」は自動検出がオンですが、サーバーの位置 ${location} も指定されています。`,
    fix: ({ profile }) => [
      adminCenter.ja.inProfile(
        profile,
        '自動検出を「いいえ」にするか、サーバーの位置を空にするか、どちらかにして保存する。',
      ),
    ],
  },
  sources: [productPages.errorCodes, productPages.profileTable],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingCredentialRetrieval: 'profile',
              incomingUserName: 'crm@example.com',
              isIncomingPasswordSet: true,
              useAutoDiscover: true,
              incomingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
              outgoingServerLocation: undefined,
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
              incomingCredentialRetrieval: 'profile',
              incomingUserName: 'crm@example.com',
              isIncomingPasswordSet: true,
              useAutoDiscover: true,
              incomingServerLocation: undefined,
              outgoingServerLocation: undefined,
            },
          },
        },
      },
    ],
  },
});
