// MC431: the default server profile of the environment is inactive, or there is none.

import { resolveReference } from '../records/records.ts';
import { adminCenter, productPages } from './admin-center.ts';
import type { Hit } from './rule.ts';
import { defineRule } from './rule.ts';

/** Without a profile: the environment has no default. */
type Params = { profile?: string };

export default defineRule({
  code: 'MC431',
  subject: 'records',
  stage: 'profile',
  severity: 'warning',
  check: ({ records }): Hit<Params>[] => {
    const name = records.environment?.fields.defaultProfile;
    const where = records.environment?.where(['defaultProfile']);
    // Nobody has to have a default: it is missed when a user or queue is created, and not by those that exist.
    if (name === null) return [{ params: {}, where, severity: 'information' }];
    const found = name === undefined ? undefined : resolveReference(records, ['profiles'], name).found;
    return found?.fields.state === 'inactive'
      ? [{ params: { profile: found.fields.name ?? found.id }, where }]
      : [];
  },
  en: {
    title: 'New mailboxes get no server profile that works',
    why: 'The default profile is given to users and queues when they are created, not to those that exist. Without one, or with an inactive one, mail of new mailboxes is not processed (0x8005E222 EmailServerProfileNotAssociated, 0x8005E228 InactiveEmailServerProfile).',
    message: ({ profile }) =>
      profile === undefined
        ? 'The environment has no default server profile; existing mailboxes are not touched by that.'
        : `The default server profile of the environment, "${profile}", is inactive.`,
    fix: ({ profile }) => [
      adminCenter.en.inEmailSettings(
        `under "Synchronization methods" choose ${profile === undefined ? 'a "Server Profile"' : 'an active "Server Profile"'} and save${profile === undefined ? '' : `; or open "${profile}" under "Server profiles" and choose "Activate"`}.`,
      ),
    ],
  },
  ja: {
    title: '新しいメールボックスに、使えるサーバー プロファイルが設定されません',
    why: '既定のプロファイルが設定されるのはユーザーやキューの作成時だけで、既存のものは変わりません。既定のプロファイルがないか非アクティブだと、新しいメールボックスのメールは処理されません(0x8005E222 EmailServerProfileNotAssociated、0x8005E228 InactiveEmailServerProfile)。',
    message: ({ profile }) =>
      profile === undefined
        ? '環境に既定のサーバー プロファイルがありません。既存のメールボックスには影響しません。'
        : `環境の既定のサーバー プロファイル「${profile}」が非アクティブです。`,
    fix: ({ profile }) => [
      adminCenter.ja.inEmailSettings(
        profile === undefined
          ? '「同期方法」の「サーバー プロファイル」を選んで保存する。'
          : `「同期方法」の「サーバー プロファイル」でアクティブなものを選んで保存する。または「サーバー プロファイル」の一覧で「${profile}」を開き、「アクティブ化」を選ぶ。`,
      ),
    ],
  },
  sources: [productPages.emailSettings, productPages.errorCodes],
  examples: {
    bad: [
      {
        change: { environment: { defaultProfile: 'contoso' }, profiles: { contoso: { state: 'inactive' } } },
      },
      { change: { environment: { defaultProfile: null } } },
    ],
    good: [
      { change: { environment: { defaultProfile: 'contoso' } } },
      { change: { profiles: { contoso: { state: 'inactive' } } } },
    ],
  },
});
