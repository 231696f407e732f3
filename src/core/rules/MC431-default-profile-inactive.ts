// MC431: the default server profile of the environment is inactive.

import { resolveReference } from '../records/records.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC431',
  subject: 'records',
  stage: 'profile',
  severity: 'warning',
  check: ({ records }) => {
    const name = records.environment?.fields.defaultProfile;
    const profile =
      typeof name === 'string' ? resolveReference(records, ['profiles'], name).found : undefined;
    return profile?.fields.state === 'inactive'
      ? [
          {
            params: { profile: profile.fields.name ?? profile.id },
            where: records.environment?.where(['defaultProfile']),
          },
        ]
      : [];
  },
  en: {
    title: 'The default server profile is inactive',
    why: 'New users and queues get the default profile. With an inactive one their mail is not processed (0x8005E228), until somebody gives each of them another.',
    message: ({ profile }) => `The default server profile of the environment, "${profile}", is inactive.`,
    fix: ({ profile }) => [
      adminCenter.en.inEmailSettings(
        `under "Synchronization method" choose an active "Server Profile", or activate "${profile}" under "Server profiles".`,
      ),
    ],
  },
  ja: {
    title: '既定のサーバー プロファイルが非アクティブです',
    why: '新しいユーザーとキューには既定のプロファイルが設定されます。非アクティブなプロファイルではメールが処理されず(0x8005E228)、1件ずつ別のプロファイルに変える必要があります。',
    message: ({ profile }) => `環境の既定のサーバー プロファイル「${profile}」が非アクティブです。`,
    fix: ({ profile }) => [
      adminCenter.ja.inEmailSettings(
        `「同期方法」の「サーバー プロファイル」でアクティブなものを選ぶか、「サーバー プロファイル」の一覧で「${profile}」をアクティブ化する。`,
      ),
    ],
  },
  sources: [productPages.emailSettings, productPages.errorCodes],
  examples: {
    bad: [
      {
        change: { environment: { defaultProfile: 'contoso' }, profiles: { contoso: { state: 'inactive' } } },
      },
    ],
    good: [
      { change: { environment: { defaultProfile: 'contoso' } } },
      { change: { profiles: { contoso: { state: 'inactive' } } } },
    ],
  },
});
