// MC207: the identity that runs the process may not, or may lack the right to, send as the user in From.

import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { sendAsFault } from './send-as.ts';

export default defineRule({
  code: 'MC207',
  subject: 'path',
  stage: 'sender',
  severity: 'warning',
  check: ({ path }) => {
    const fault = sendAsFault(path);
    if (fault === undefined) return [];
    const { where, severity, ...params } = fault;
    const certain = severity === 'error';
    return [{ params: { ...params, certain, process: processName(path) }, where, severity }];
  },
  en: {
    title: 'The permission to send as this user is missing or in doubt',
    why:
      'Who runs the process and who stands in From are two identities. To send as another user, the first needs the privilege "Send ' +
      'Email as Another User" (prvSendAsUser), and the second must tick "Allow other Microsoft Dynamics 365 users to send email on ' +
      'your behalf" (default: not ticked). Else the step fails with 0x8004480d. A queue in From needs neither.',
    message: ({ process, user, actor, byPortal, lacks, depth, unitsRecorded, recorded, certain }) => {
      const unnamed = byPortal ? 'the identity of the portal, which is not recorded,' : 'whoever starts it';
      const runs = `"${process}" runs as ${actor ?? unnamed}`;
      if (lacks === 'option')
        return recorded
          ? `${runs} and sends as ${user}, who does not allow others to send${certain ? '' : ': this may be refused'}.`
          : `${runs} and sends as ${user}; whether ${user} allows others to send is not recorded (default: no), so this may be refused.`;
      if (lacks === 'privilege-depth')
        return depth === 'user'
          ? `${runs} and sends as ${user}; the privilege prvSendAsUser reaches ${actor}'s own records only and may not cover ${user}.`
          : `${runs} and sends as ${user}; the privilege prvSendAsUser has the depth ${depth} and may not reach ${user}: ${unitsRecorded === true ? 'their business units differ' : 'the business unit of one or both is not recorded'}.`;
      return recorded
        ? `${runs} and sends as ${user} without the privilege prvSendAsUser${certain ? '' : ': this may be refused'}.`
        : `${runs} and sends as ${user}; whether it has the privilege prvSendAsUser is not recorded.`;
    },
    fix: ({ user, actor, lacks, unitsRecorded, recorded }) => [
      ...(lacks === 'option'
        ? [
            {
              who: 'mailbox-user' as const,
              do: `${user}: Personal Settings > "Email" > tick "Allow other Microsoft Dynamics 365 users to send email on your behalf".`,
            },
          ]
        : [
            {
              who: 'system-administrator' as const,
              do: `Give ${actor ?? "the portal's identity"} a security role with "Send Email as Another User" (Business Management > Miscellaneous Privileges) at organization level.`,
            },
          ]),
      {
        who: 'process-owner',
        do: 'Or set From to a queue: a queue needs neither the option nor the privilege.',
      },
      ...(unitsRecorded === false
        ? [
            {
              who: 'records-keeper' as const,
              do: `To have the depth judged, add businessUnit: NAME to the users ${actor} and ${user}.`,
            },
          ]
        : []),
      ...(recorded
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do:
                lacks === 'option'
                  ? `Then add isSendAsAllowed: true (or false) to the user ${user}.`
                  : `Then add privileges: { prvSendAsUser: organization } (or business-unit, user, none …) to the user ${actor ?? ''}.`,
            },
          ]),
    ],
  },
  ja: {
    title: '差出人のユーザーとして送信する許可がないか、確かではありません',
    why:
      'プロセスを実行するユーザーと差出人は別のユーザーです。ほかのユーザーとして送信するには、実行する側に「別のユーザーとして電子メールを送信」特権(prvSendAsUser)が、' +
      '差出人の側に個人用オプションの「他のMicrosoft Dynamics 365ユーザーが自分の代わりに電子メールを送信することを許可する」(既定はオフ)が必要です。' +
      'どちらかが欠けると 0x8004480d で失敗します。差出人がキューの場合はどちらも不要です。',
    message: ({ process, user, actor, byPortal, lacks, depth, unitsRecorded, recorded, certain }) => {
      const unnamed = byPortal ? 'ポータルの実行ユーザー(記録なし)' : '起動したユーザー';
      const runs = `「${process}」は${actor === undefined ? unnamed : `「${actor}」`}として実行され、「${user}」として送信します。`;
      const refused = certain ? '' : '拒否される可能性があります。';
      if (lacks === 'option')
        return recorded
          ? `${runs}「${user}」はほかのユーザーによる送信を許可していません。${refused}`
          : `${runs}「${user}」がほかのユーザーによる送信を許可しているか記録されておらず(既定は不許可)、${refused}`;
      if (lacks === 'privilege-depth')
        return depth === 'user'
          ? `${runs}特権 prvSendAsUser の範囲が「ユーザー」のため、「${user}」に届かない可能性があります。`
          : `${runs}特権 prvSendAsUser の範囲が ${depth} で、${unitsRecorded === true ? '部署が異なる' : '両者の部署の記録がそろっていない'}ため、「${user}」に届かない可能性があります。`;
      return recorded
        ? `${runs}実行する側に特権 prvSendAsUser がありません。${refused}`
        : `${runs}実行する側に特権 prvSendAsUser があるか記録されていません。`;
    },
    fix: ({ user, actor, lacks, unitsRecorded, recorded }) => [
      ...(lacks === 'option'
        ? [
            {
              who: 'mailbox-user' as const,
              do: `「${user}」の「個人用設定」>「電子メール」で「他のMicrosoft Dynamics 365ユーザーが自分の代わりに電子メールを送信することを許可する」にチェックを付ける。`,
            },
          ]
        : [
            {
              who: 'system-administrator' as const,
              do: `「${actor ?? 'ポータルの実行ユーザー'}」に、「別のユーザーとして電子メールを送信」特権(ビジネスの管理 > その他の特権)を組織レベルで持つセキュリティ ロールを割り当てる。`,
            },
          ]),
      { who: 'process-owner', do: 'または、差出人をキューにする(キューにはこの設定も特権も不要)。' },
      ...(unitsRecorded === false
        ? [
            {
              who: 'records-keeper' as const,
              do: `範囲まで判定するには、ユーザー「${actor}」と「${user}」に businessUnit: 部署名 を追加する。`,
            },
          ]
        : []),
      ...(recorded
        ? []
        : [
            {
              who: 'records-keeper' as const,
              do:
                lacks === 'option'
                  ? `確認した結果を、ユーザー ${user} に isSendAsAllowed: true(または false)として追加する。`
                  : `確認した結果を、ユーザー ${actor ?? ''} に privileges: { prvSendAsUser: organization }(または business-unit、user、none など)として追加する。`,
            },
          ]),
    ],
  },
  sources: [sources.sendAs, sources.errorCodes, sources.processes],
  examples: {
    bad: [
      { change: { users: { 'admin-user': { isSendAsAllowed: false } } } },
      { change: { users: { 'admin-user': { isSendAsAllowed: undefined } } } },
      { change: { users: { 'portal-user': { privileges: { prvSendAsUser: 'none' } } } } },
      { change: { users: { 'portal-user': { privileges: undefined, roles: ['営業担当者'] } } } },
      { change: { users: { 'portal-user': { privileges: { prvSendAsUser: 'user' } } } } },
      { change: { users: { 'portal-user': { privileges: { prvSendAsUser: 'business-unit' } } } } },
      {
        change: {
          users: {
            'portal-user': {
              privileges: { prvSendAsUser: 'parent-child-business-units' },
              businessUnit: 'Tokyo',
            },
            'admin-user': { businessUnit: 'Osaka' },
          },
        },
      },
    ],
    good: [
      {
        change: {
          users: {
            'portal-user': { privileges: { prvSendAsUser: 'business-unit' }, businessUnit: 'Tokyo' },
            'admin-user': { businessUnit: 'Tokyo' },
          },
        },
      },
      { change: { users: { 'admin-user': { isSendAsAllowed: true } } } },
      // The role's name in a Japanese environment.
      { change: { users: { 'portal-user': { privileges: undefined, roles: ['システム管理者'] } } } },
      {
        change: {
          users: { 'admin-user': { isSendAsAllowed: false } },
          processes: { confirmation: { sendEmailSteps: [{ from: { queue: 'support-queue' } }] } },
        },
      },
    ],
  },
});
