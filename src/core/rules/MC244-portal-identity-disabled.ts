// MC244: the user as whom the portal calls its mail processes is disabled.

import { isIdentityKind } from '../delivery/find-process.ts';
import { resolveReference } from '../records/records.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC244',
  subject: 'path',
  stage: 'process',
  severity: 'error',
  check: ({ path, records }) => {
    const name = path.site.found?.fields.identity;
    if (name === undefined || !isIdentityKind(path.message.kind)) return [];
    const identity = resolveReference(records, ['users'], name).found;
    if (identity?.fields.isDisabled !== true) return [];
    return [
      {
        params: {
          process: processName(path),
          user: identity.fields.fullName ?? identity.id,
          application: identity.fields.applicationId !== undefined,
        },
        where: identity.where(['isDisabled']),
      },
    ];
  },
  en: {
    title: "The portal's user is disabled",
    why: 'The portal calls its mail processes through its own connection to Dataverse, and they run as the user of that connection. As a disabled user nothing runs.',
    message: ({ process, user }) =>
      `The portal calls "${process}" as ${user}, who is disabled, so it does not run.`,
    fix: ({ user, application }) => [
      {
        who: 'system-administrator',
        do: application
          ? `Power Platform admin center > Environments > (the environment) > Settings > "Users + permissions" > "Application users": choose ${user} and "Activate".`
          : `Power Platform admin center > Environments > (the environment) > Settings > "Users + permissions" > "Users": choose ${user} and enable the user.`,
      },
      {
        who: 'portal-administrator',
        do: 'Then restart the site (Power Pages > the site > "Site Actions" > "Restart site") and ask for the mail again.',
      },
    ],
  },
  ja: {
    title: 'ポータルのユーザーが無効になっています',
    why: 'ポータルは独自の接続でDataverseのメール送信プロセスを呼び出し、プロセスはその接続のユーザーとして実行されます。無効なユーザーとしては実行できません。',
    message: ({ process, user }) =>
      `ポータルは ${user} として「${process}」を呼び出しますが、このユーザーは無効なため実行されません。`,
    fix: ({ user, application }) => [
      {
        who: 'system-administrator',
        do: application
          ? `Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「ユーザーとアクセス許可」>「アプリケーション ユーザー」で ${user} を選び、「アクティブ化」を選ぶ。`
          : `Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「ユーザーとアクセス許可」>「ユーザー」で ${user} を選び、有効にする。`,
      },
      {
        who: 'portal-administrator',
        do: 'その後、サイトを再起動し(Power Pages > 対象のサイト >「サイト アクション」>「サイトの再起動」)、メールをもう一度要求する。',
      },
    ],
  },
  sources: [
    sources.connectivity,
    sources.table('systemuser'),
    'derived: a process that runs as a disabled user is refused',
  ],
  examples: {
    bad: [
      { change: { users: { 'portal-user': { isDisabled: true } } } },
      {
        message: { kind: 'password-reset', to: 'jiro@example.com' },
        change: { users: { 'portal-user': { isDisabled: true, applicationId: undefined } } },
      },
    ],
    good: [
      { change: { users: { 'portal-user': { isDisabled: false } } } },
      // Another process runs as its owner or caller.
      {
        message: { kind: 'workflow', process: 'confirmation', to: 'taro' },
        change: { users: { 'portal-user': { isDisabled: true } } },
      },
    ],
  },
});
