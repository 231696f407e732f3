// MC211: the process behind the message is not in the records, or several answer to its name.

import { isDefinition, processesCalled } from '../delivery/find-process.ts';
import { processOf } from '../delivery/message.ts';
import type { Entry } from '../records/records.ts';
import { nearest } from '../records/suggest.ts';
import { processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC211',
  subject: 'path',
  stage: 'process',
  severity: 'unknown',
  check: ({ path, records }) => {
    if (path.process.found !== undefined) return [];
    const { kind, process: typed } = path.message;
    const all = records.processes.filter(isDefinition).slice(0, 1_000);
    const ids = path.process.missing === 'several' ? processesCalled(records, path.message) : [];
    const names = all.flatMap(({ id, fields }) => [fields.name ?? id, fields.uniqueName ?? id, id]);
    return [
      {
        params: {
          missing: path.process.missing,
          process: processName(path),
          uniqueName:
            kind === 'workflow' || kind === 'guest-passcode' ? undefined : processOf[kind].uniqueName,
          meant: typed === undefined ? undefined : nearest(typed, names),
          recorded: all.slice(0, 5).map(({ id, fields }) => fields.name ?? id),
          ids: ids.slice(0, 5),
          alike: isOneName(all.filter(({ id }) => ids.includes(id))),
        },
      },
    ];
  },
  en: {
    title: 'The process is not in the records',
    why:
      'The portal sends no mail by itself: it calls a process of Dataverse by its unique name. Its state and its Send E-mail step ' +
      'decide whether a mail is made and who sends it. Missing records do not mean that the process is missing.',
    message: ({ missing, process, meant, ids }) =>
      missing === 'several'
        ? `Several recorded processes answer to "${process}": ${ids.join(', ')}.`
        : `The process "${process}" is not in the records.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
    fix: ({ missing, process, uniqueName, ids, recorded, alike }) =>
      alike && uniqueName !== undefined
        ? [
            {
              who: 'records-keeper',
              do: `Look at the type of each in the table workflow: for an activated process the platform keeps a row of type 2 (activation) beside its definition (type 1). Keep the definition and take the other out, or write type: activation there; a query with "type eq 1" reads definitions alone.`,
            },
            {
              who: 'records-keeper',
              do: `If both are definitions: the one that is activated decides, so take the other out. If one is a copy, write each uniqueName with its publisher's prefix, as its message has it: the portal calls adx_${uniqueName}.`,
            },
          ]
        : [
            {
              who: 'records-keeper',
              do:
                missing === 'several'
                  ? uniqueName === undefined
                    ? `Name the process by its id: ${ids.join(' or ')}.`
                    : `Write each uniqueName with its publisher's prefix, as its message has it: the portal calls adx_${uniqueName}; a copy has another prefix or name.`
                  : uniqueName === undefined
                    ? `Correct the name (name, uniqueName or id of the process${recorded.length === 0 ? '' : `; recorded: ${recorded.map((name) => `"${name}"`).join(', ')}`}), or add it under "processes:" with state and sendEmailSteps.`
                    : `Add "${process}" under "processes:" with uniqueName: ${uniqueName}, state and sendEmailSteps (with from); if it is there, check its uniqueName.`,
            },
          ],
  },
  ja: {
    title: 'プロセスが設定ファイルにありません',
    why:
      'ポータル自身はメールを送信せず、Dataverseのプロセスを一意の名前で呼び出します。メールが作られるか、誰が送信するかは、そのプロセスの状態と' +
      '「電子メールの送信」ステップで決まります。設定ファイルにないことは、プロセスが存在しないことを意味しません。',
    message: ({ missing, process, meant, ids }) =>
      missing === 'several'
        ? `「${process}」に当てはまるプロセスが複数あります(${ids.join('、')})。`
        : `プロセス「${process}」が設定ファイルにありません。${meant === undefined ? '' : `「${meant}」のことですか。`}`,
    fix: ({ missing, process, uniqueName, ids, recorded, alike }) =>
      alike && uniqueName !== undefined
        ? [
            {
              who: 'records-keeper',
              do: `テーブル workflow でそれぞれの type を確認する。アクティブ化されたプロセスには、定義(type 1)のほかにアクティブ化の行(type 2)がある。定義を残してもう一方を外すか、そこに type: activation と書く(「type eq 1」で取得すると定義だけになる)。`,
            },
            {
              who: 'records-keeper',
              do: `どちらも定義の場合は、アクティブ化されているほうが使われるため、もう一方を外す。片方がコピーの場合は、それぞれの uniqueName を、メッセージ名のとおり発行者の接頭辞を付けて書く(ポータルが呼び出すのは adx_${uniqueName})。`,
            },
          ]
        : [
            {
              who: 'records-keeper',
              do:
                missing === 'several'
                  ? uniqueName === undefined
                    ? `プロセスをIDで指定する: ${ids.join(' または ')}`
                    : `それぞれの uniqueName を、メッセージ名のとおり発行者の接頭辞を付けて書く(ポータルが呼び出すのは adx_${uniqueName} で、コピーの接頭辞や名前はこれと異なる)。`
                  : uniqueName === undefined
                    ? `名前(name、uniqueName、idのどれか${recorded.length === 0 ? '' : `。設定ファイルにあるのは${recorded.map((name) => `「${name}」`).join('')}`})を直すか、「processes:」に state と sendEmailSteps とともに追加する。`
                    : `「processes:」に「${process}」を追加する(uniqueName: ${uniqueName}、state、from を含む sendEmailSteps)。すでにある場合は uniqueName を確認する。`,
            },
          ],
  },
  sources: [
    sources.actions,
    sources.table('workflow'),
    sources.portalCode('CrmOrganizationStore.InvokeProcessAsync'),
  ],
  examples: {
    bad: [
      { change: { processes: { confirmation: null } } },
      {
        change: {
          processes: {
            copy: {
              name: 'Copy',
              uniqueName: 'adx_sendemailconfirmationtocontact',
              category: 'action',
              state: 'activated',
              primaryEntity: 'contact',
              sendEmailSteps: [{ from: { user: 'admin-user' } }],
            },
          },
        },
      },
    ],
    good: [
      { change: { processes: { confirmation: { uniqueName: 'adx_sendemailconfirmationtocontact' } } } },
      {
        change: {
          processes: {
            activation: {
              name: 'Send Email Confirmation To Contact',
              uniqueName: 'SendEmailConfirmationToContact',
              category: 'action',
              type: 'activation',
              state: 'activated',
              primaryEntity: 'contact',
              sendEmailSteps: [{ from: 'owner' }],
            },
          },
        },
      },
      {
        change: {
          processes: {
            copy: {
              name: 'Copy',
              uniqueName: 'new_sendemailconfirmationtocontact',
              category: 'action',
              state: 'activated',
              primaryEntity: 'contact',
              sendEmailSteps: [{ from: { user: 'admin-user' } }],
            },
          },
        },
      },
    ],
  },
});

/** Whether all have the same unique name, as it is written: then a prefix that is missing is not what they differ in. */
function isOneName(processes: readonly Entry<'processes'>[]): boolean {
  const names = new Set(processes.map(({ fields }) => fields.uniqueName?.trim().toLowerCase()));
  return processes.length > 1 && names.size === 1;
}
