// MC242: a step or setting of the process has to be changed, but the process is managed and not customizable.

import { isIdentityKind } from '../delivery/find-process.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Rule } from './rule.ts';
import MC213 from './MC213-no-send-step.ts';
import MC221 from './MC221-invitation-not-on-demand.ts';
import MC222 from './MC222-invitation-real-time.ts';
import MC224 from './MC224-scope-user.ts';
import MC226 from './MC226-to-is-empty.ts';
import MC227 from './MC227-only-a-draft.ts';
import MC228 from './MC228-step-never-runs.ts';
import MC229 from './MC229-template-not-set.ts';
import MC230 from './MC230-to-is-somebody-else.ts';
import MC231 from './MC231-body-is-empty.ts';
import MC233 from './MC233-scope-business-unit.ts';

/** The rules whose repair is an edit of the process; another sender is MC216's matter. */
const repairs: readonly Rule[] = [
  MC213,
  MC221,
  MC222,
  MC224,
  MC226,
  MC227,
  MC228,
  MC229,
  MC230,
  MC231,
  MC233,
];

export default defineRule({
  code: 'MC242',
  subject: 'path',
  stage: 'process',
  severity: 'warning',
  check: (facts) => {
    const { path } = facts;
    const process = path.process.found;
    if (process?.fields.isManaged !== true || process.fields.isCustomizable !== false) return [];
    // The fault of a child process is repaired in the child.
    if (path.children.length > 0) return [];
    const codes = repairs
      .filter((rule) =>
        rule.run(facts).some(({ severity }) => severity === 'error' || severity === 'warning'),
      )
      .map(({ code }) => code);
    return codes.length === 0
      ? []
      : [
          {
            params: { process: processName(path), codes, portal: isIdentityKind(path.message.kind) },
            where: process.where(['isCustomizable']),
          },
        ];
  },
  en: {
    title: 'The faulty process cannot be edited',
    why:
      'The publisher of a managed solution can lock a process (managed property "Customizable"). Its steps, scope and mode then stay as ' +
      "they came. A copy can be edited, but has another unique name, which the portal does not call: for the portal's own mails it does not help.",
    message: ({ process, codes }) =>
      `"${process}" is managed and not customizable, so what ${codes.join(' and ')} ask${codes.length === 1 ? 's' : ''} for may not be done in place.`,
    fix: ({ process, portal }) => [
      {
        who: 'system-administrator',
        do: `See that this is so: in the classic solution view select "${process}" and open "Managed Properties". If it can be customized after all, correct the record (isCustomizable: true) and edit the process.`,
      },
      ...(portal
        ? []
        : [
            {
              who: 'process-owner' as const,
              do: `Save a copy of "${process}" ("Save As"), repair the copy and activate it, and deactivate the original, so that no mail is sent twice.`,
            },
          ]),
      {
        who: 'system-administrator',
        do: portal
          ? `Ask the publisher of the solution for a version in which "${process}" is repaired or customizable; for the portal's own solution MicrosoftIdentityWorkflows that is Microsoft (a support request in the Power Platform admin center).`
          : `Or ask the publisher of the solution for a version in which "${process}" is repaired or customizable.`,
      },
    ],
  },
  ja: {
    title: '直す必要のあるプロセスを編集できません',
    why:
      'マネージド ソリューションの発行者は、プロセスを編集できないようにすることができます(管理プロパティの「カスタマイズ可能」)。その場合、ステップ、範囲、' +
      '実行モードは変更できません。コピーは編集できますが、一意の名前が変わってポータルから呼び出されないため、ポータル標準のメールには使えません。',
    message: ({ process, codes }) =>
      `「${process}」はカスタマイズできない管理プロセスのため、${codes.join('、')} の対処を直接行えない可能性があります。`,
    fix: ({ process, portal }) => [
      {
        who: 'system-administrator',
        do: `ソリューションのクラシック表示で「${process}」を選び、「管理プロパティ」を開いて確認する。カスタマイズ可能になっていれば、記録を isCustomizable: true に直し、プロセスを編集する。`,
      },
      ...(portal
        ? []
        : [
            {
              who: 'process-owner' as const,
              do: `「${process}」を「名前を付けて保存」でコピーし、コピーを直してアクティブ化する。二重に送信されないように、元のプロセスは非アクティブ化する。`,
            },
          ]),
      {
        who: 'system-administrator',
        do: portal
          ? `ソリューションの発行者に「${process}」の修正版か、カスタマイズできる版を依頼する。ポータル標準のソリューション MicrosoftIdentityWorkflows の発行者は Microsoft なので、Power Platform 管理センターのサポート リクエストで依頼する。`
          : `または、ソリューションの発行者に「${process}」の修正版か、カスタマイズできる版を依頼する。`,
      },
    ],
  },
  sources: [
    sources.table('workflow'),
    'derived: a managed process with IsCustomizable 0 cannot be edited in place',
  ],
  examples: {
    bad: [
      locked({ sendEmailSteps: [{ from: { user: 'admin-user' }, to: 'empty' }] }),
      locked({ sendEmailSteps: [] }),
    ],
    good: [
      locked({ sendEmailSteps: [{ from: { user: 'admin-user' }, to: 'contact' }] }),
      locked({ isCustomizable: true, sendEmailSteps: [] }),
      // Steps that are not recorded are looked up, not repaired.
      locked({ sendEmailSteps: undefined }),
    ],
  },
});

function locked(fields: Record<string, unknown>) {
  return { change: { processes: { confirmation: { isManaged: true, isCustomizable: false, ...fields } } } };
}
