// MC413: the profile is to hold the credentials and does not, or the records do not say.

import { adminCenter, productPages } from './admin-center.ts';
import { credentialSidesOf, directionWords, nameOf } from './profile-questions.ts';
import type { Hit, Language } from './rule.ts';
import { defineRule } from './rule.ts';
import type { Direction } from '../mail/protocol.ts';

type Params = {
  profile: string;
  direction: Direction;
  /** "password": there is none on the platform; a list: what is not recorded of it. */
  lacks: 'password' | Unrecorded[];
};
type Unrecorded = 'user' | 'password';

export default defineRule({
  code: 'MC413',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    credentialSidesOf(facts).flatMap(({ direction, side }): Hit<Params>[] => {
      if (side.credentialRetrieval !== 'profile') return [];
      const passwordKey = direction === 'incoming' ? 'isIncomingPasswordSet' : 'isOutgoingPasswordSet';
      const params = { profile: nameOf(facts), direction };
      if (facts.profile.fields[passwordKey] === false)
        return [{ params: { ...params, lacks: 'password' }, where: facts.profile.where([passwordKey]) }];
      // What is not written down may be set on the platform.
      const lacks: Unrecorded[] = [
        ...(side.userName === undefined ? (['user'] as const) : []),
        ...(side.passwordSet === undefined ? (['password'] as const) : []),
      ];
      if (lacks.length === 0) return [];
      const key = lacks[0] === 'user' ? (`${direction}UserName` as const) : (`${direction}Password` as const);
      return [{ params: { ...params, lacks }, where: facts.profile.where([key]), severity: 'unknown' }];
    }),
  en: {
    title: "The profile's credentials are incomplete",
    why:
      'With "Credentials Specified in Email Server Profile" the platform logs in to the server with the one user name and ' +
      'password of the profile, for all its mailboxes. With impersonation it asks for the password before it saves (0x8005E24E PasswordRequiredForImpersonation).',
    message: ({ profile, direction, lacks }) =>
      lacks === 'password'
        ? `No ${directionWords.en[direction]} password is set in the server profile "${profile}".`
        : `The ${directionWords.en[direction]} ${lacks.map((each) => names[each].en).join(' and ')} of the server profile "${profile}" ${lacks.length > 1 ? 'are' : 'is'} not recorded.`,
    fix: ({ profile, direction, lacks }) =>
      lacks === 'password'
        ? [
            adminCenter.en.inProfile(
              profile,
              'under "Credentials" enter user name (as name@domain) and password, save, then run "Test & Enable Mailboxes".',
            ),
          ]
        : [
            adminCenter.en.inRecord(
              `the profile "${profile}"`,
              lacks.map((each) => toWrite(each, direction).en).join('; and '),
            ),
          ],
  },
  ja: {
    title: 'プロファイルの資格情報が足りません',
    why: '「電子メール サーバー プロファイルで指定した資格情報」では、プロファイルのユーザー名とパスワードで、すべてのメールボックスのためにログインします。偽装を使う場合、パスワードを入力しないと保存できません(0x8005E24E PasswordRequiredForImpersonation)。',
    message: ({ profile, direction, lacks }) =>
      lacks === 'password'
        ? `サーバー プロファイル「${profile}」に${directionWords.ja[direction]}のパスワードが設定されていません。`
        : `サーバー プロファイル「${profile}」の${directionWords.ja[direction]}の${lacks.map((each) => names[each].ja).join('と')}が記録されていません。`,
    fix: ({ profile, direction, lacks }) =>
      lacks === 'password'
        ? [
            adminCenter.ja.inProfile(
              profile,
              '「資格情報」に「ユーザー名」(name@domain の形)と「パスワード」を入力して保存し、「メールボックスのテストと有効化」を実行する。',
            ),
          ]
        : [
            adminCenter.ja.inRecord(
              `プロファイル「${profile}」`,
              lacks.map((each) => toWrite(each, direction).ja).join('、'),
            ),
          ],
  },
  sources: [productPages.passwordProfiles, productPages.profileTable],
  examples: {
    bad: [
      {
        change: {
          profiles: {
            contoso: {
              incomingCredentialRetrieval: 'profile',
              incomingUserName: 'crm@example.com',
              isIncomingPasswordSet: false,
            },
          },
        },
      },
      {
        change: {
          profiles: {
            contoso: {
              incomingCredentialRetrieval: 'profile',
              incomingPassword: { env: 'PROFILE_PASSWORD' },
            },
          },
        },
      },
      {
        change: {
          profiles: {
            contoso: { incomingCredentialRetrieval: 'profile', incomingUserName: 'crm@example.com' },
          },
        },
      },
      { change: { profiles: { contoso: { incomingCredentialRetrieval: 'profile' } } } },
    ],
    good: [
      {
        change: {
          profiles: {
            contoso: {
              incomingCredentialRetrieval: 'profile',
              incomingUserName: 'crm@example.com',
              isIncomingPasswordSet: true,
            },
          },
        },
      },
    ],
  },
});

const names: Record<Unrecorded, Record<Language, string>> = {
  user: { en: 'user name', ja: 'ユーザー名' },
  password: { en: 'password', ja: 'パスワード' },
};

function toWrite(missing: Unrecorded, direction: Direction): Record<Language, string> {
  if (missing === 'user') {
    const key = `${direction}UserName: name@example.com`;
    return { en: key, ja: key };
  }
  const key = `${direction}Password: { env: PROFILE_PASSWORD }`;
  return {
    en: `${key} (also { file: … } or { command: [ … ] }), or ${isSet(direction)}: true or false as the platform shows`,
    ja: `${key}({ file: … }、{ command: [ … ] } でもよい。または画面のとおりに ${isSet(direction)}: true か false)`,
  };
}

function isSet(direction: Direction): string {
  return direction === 'incoming' ? 'isIncomingPasswordSet' : 'isOutgoingPasswordSet';
}
