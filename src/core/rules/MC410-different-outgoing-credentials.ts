// MC410: the outgoing side has credentials of its own although "Use same settings for outgoing" is on.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

const pairs = [
  ['outgoingCredentialRetrieval', 'incomingCredentialRetrieval'],
  ['outgoingUserName', 'incomingUserName'],
  ['outgoingPassword', 'incomingPassword'],
] as const;

export default defineRule({
  code: 'MC410',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) => {
    const { fields } = facts.profile;
    if (!facts.effective.useSameSettingsForOutgoingConnections) return [];
    const different = pairs.find(
      ([outgoing, incoming]) =>
        fields[outgoing] !== undefined &&
        JSON.stringify(fields[outgoing]) !== JSON.stringify(fields[incoming]),
    );
    if (different === undefined) return [];
    const said = fields.useSameSettingsForOutgoingConnections === true;
    return [
      {
        params: { profile: nameOf(facts), key: different[0], said },
        where: facts.profile.where([different[0]]),
        // The column's default is yes; a record that is silent may only have forgotten the no.
        ...(said ? {} : { severity: 'warning' as const }),
      },
    ];
  },
  en: {
    title: 'Outgoing credentials are given, but the incoming ones are used',
    why:
      'With "Use same settings for Outgoing" on (the default) the platform logs in to both servers with the incoming ' +
      'credentials and refuses different outgoing ones (0x8005E238 OutgoingSettingsUpdateNotAllowed).',
    message: ({ profile, key, said }) =>
      `The server profile "${profile}" has its own ${key}, but "Use same settings for Outgoing" is ${said ? 'on' : 'not recorded and is on by default'}.`,
    fix: ({ profile, key }) => [
      adminCenter.en.inProfile(
        profile,
        'look whether "Use same settings for Outgoing" is on. If outgoing needs credentials of its own, set it to No and save.',
      ),
      {
        who: 'records-keeper',
        do: `Write what it says into the record of "${profile}": useSameSettingsForOutgoingConnections: false, or take ${key} out.`,
      },
    ],
  },
  ja: {
    title: '送信用の資格情報がありますが、受信用のものが使われます',
    why:
      '「送信に同じ設定を使用する」がオン(既定)の場合、送信サーバーにも受信用の資格情報でログインします。' +
      '異なる送信用の設定は拒否されます(0x8005E238 OutgoingSettingsUpdateNotAllowed)。',
    message: ({ profile, key, said }) =>
      `サーバー プロファイル「${profile}」に送信専用の ${key} がありますが、「送信に同じ設定を使用する」が${said ? 'オンです' : '記録されておらず、既定ではオンです'}。`,
    fix: ({ profile, key }) => [
      adminCenter.ja.inProfile(
        profile,
        '「送信に同じ設定を使用する」がオンかどうかを見る。送信に別の資格情報が必要な場合は「いいえ」にして保存する。',
      ),
      {
        who: 'records-keeper',
        do: `設定ファイルのサーバー プロファイル「${profile}」を画面に合わせる(useSameSettingsForOutgoingConnections: false を書くか、${key} を消す)。`,
      },
    ],
  },
  sources: [productPages.errorCodes, productPages.passwordProfiles, productPages.profileTable],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: { useSameSettingsForOutgoingConnections: true, outgoingCredentialRetrieval: 'profile' },
          },
        },
      },
      { change: { profiles: { contoso: { outgoingUserName: 'relay@example.com' } } } },
    ],
    good: [
      {
        change: {
          profiles: {
            contoso: {
              useSameSettingsForOutgoingConnections: true,
              outgoingCredentialRetrieval: 'user-or-queue',
            },
          },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              useSameSettingsForOutgoingConnections: false,
              outgoingCredentialRetrieval: 'profile',
              outgoingUserName: 'relay@example.com',
              outgoingPassword: { env: 'RELAY_PASSWORD' },
            },
          },
        },
      },
    ],
  },
});
