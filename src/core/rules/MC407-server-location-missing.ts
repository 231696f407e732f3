// MC407: the profile does not say where its server is.

import type { Direction } from '../mail/protocol.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { directionWords, isMailServer, nameOf, sidesOf } from './profile-questions.ts';
import type { Language } from './rule.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC407',
  subject: 'profile',
  stage: 'profile',
  // The platform does not save a profile without locations, so what is missing is missing from the records.
  severity: 'unknown',
  check: (facts) => {
    if (!isMailServer(facts)) return [];
    const missing = sidesOf(facts)
      .filter(({ side }) => side.host === undefined)
      .map(({ direction }) => direction);
    const first = missing[0];
    return first === undefined
      ? []
      : [
          {
            params: { profile: nameOf(facts), missing },
            where: facts.profile.where([`${first}ServerLocation`]),
          },
        ];
  },
  en: {
    title: 'The server location is not recorded',
    why:
      'Without the host name nobody can tell whether the profile is right, and no live look is possible. On the platform the ' +
      'field cannot stay empty (0x8005E250 ServerLocationIsEmpty, 0x8005E218 InvalidEmailServerLocation).',
    message: ({ profile, missing }) =>
      `The ${words(missing, 'en')} server location of the profile "${profile}" is not recorded.`,
    fix: ({ profile, missing }) => [
      adminCenter.en.inProfile(profile, `read the ${words(missing, 'en')} server location.`),
      adminCenter.en.inRecord(
        `the profile "${profile}"`,
        missing.map((direction) => `${direction}ServerLocation: ${sample[direction]}`).join(', '),
      ),
    ],
  },
  ja: {
    title: 'サーバーの位置が記録されていません',
    why:
      'ホスト名がわからなければ、プロファイルが正しいかどうかも判断できず、接続して調べることもできません。' +
      '環境ではこの欄を空にはできません(0x8005E250 ServerLocationIsEmpty、0x8005E218 InvalidEmailServerLocation)。',
    message: ({ profile, missing }) =>
      `サーバー プロファイル「${profile}」の${words(missing, 'ja')}サーバーの位置が記録されていません。`,
    fix: ({ profile, missing }) => [
      adminCenter.ja.inProfile(
        profile,
        `${missing.map((direction) => `「${directionWords.ja[direction]}サーバーの位置」`).join('と')}を読む。`,
      ),
      adminCenter.ja.inRecord(
        `プロファイル「${profile}」`,
        missing.map((direction) => `${direction}ServerLocation: ${sample[direction]}`).join('、'),
      ),
    ],
  },
  sources: [productPages.errorCodes, productPages.passwordProfiles],
  examples: {
    bad: [
      { change: { profiles: { contoso: { outgoingServerLocation: undefined } } } },
      {
        change: {
          profiles: { contoso: { incomingServerLocation: undefined, outgoingServerLocation: undefined } },
        },
      },
    ],
    good: [
      { change: { profiles: { contoso: { outgoingServerLocation: 'smtp.example.com' } } } },
      {
        change: {
          profiles: {
            contoso: { outgoingServerLocation: undefined, defaultServerLocation: 'mail.example.com' },
          },
        },
      },
    ],
  },
});

const sample: Record<Direction, string> = { incoming: 'pop.example.com', outgoing: 'smtp.example.com' };

function words(missing: readonly Direction[], language: Language): string {
  return missing
    .map((direction) => directionWords[language][direction])
    .join(language === 'en' ? ' and ' : 'と');
}
