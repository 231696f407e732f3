// MC140: a site setting takes its value from an environment variable, and the records do not say what that holds.

import { isAskedFor, isDeciding, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC140',
  subject: 'settings',
  stage: 'request',
  severity: 'information',
  check: ({ settings, message }) =>
    settings.known
      .filter(({ name, setting }) => setting.mail !== undefined && isAskedFor(name, message))
      .flatMap(({ name, setting }) => {
        const { ignored = [], environmentVariable: variable = '' } = settings.read({ name, setting });
        return ignored
          .filter(({ because }) => because === 'environment-variable')
          .map(({ where }) => ({
            params: { name, variable },
            where,
            ...(isDeciding(name) ? { severity: 'unknown' as const } : {}),
          }));
      }),
  en: {
    title: "A site setting's value comes from an environment variable",
    why:
      'A site setting with the source "Environment Variable" takes its value from the variable in the environment of the portal, which ' +
      'may differ between development and production, and whatever its own value still says. A change of the variable is in force ' +
      'only after "Sync" in the design studio, "Clear cache" on /_services/about of the portal, or a restart.',
    message: ({ name, variable }) =>
      `${name} takes its value from ${variable === '' ? 'an environment variable' : `the environment variable ${variable}`}; what that holds is not recorded.`,
    fix: ({ variable }) => [
      {
        who: 'portal-administrator',
        do: `In make.powerapps.com open the environment of the portal > Solutions > the solution with ${variable === '' ? 'the variable' : variable} > "Environment variables" and look at "Current Value", or at "Default Value" where that is empty.`,
      },
      { who: 'records-keeper', do: 'Add it to this row as environmentVariableValue: "…".' },
    ],
  },
  ja: {
    title: 'サイト設定の値が環境変数から取得されています',
    why:
      'ソースが「環境変数」のサイト設定では、設定自身に値が残っていても、ポータルはその環境の変数の値を読み取ります。変数の値は開発環境と運用環境で異なることがあります。' +
      '変数を変更した場合は、デザイン スタジオの「同期」、ポータルの /_services/about での「キャッシュのクリア」、再起動のいずれかを行うまで反映されません。',
    message: ({ name, variable }) =>
      `${name} の値は環境変数${variable === '' ? '' : ` ${variable} `}から取得されますが、その変数の値が記録されていません。`,
    fix: ({ variable }) => [
      {
        who: 'portal-administrator',
        do: `make.powerapps.com でポータルの環境を開き、「ソリューション」>${variable === '' ? '変数' : ` ${variable} `}を含むソリューション >「環境変数」で「現在の値」を確認する。空の場合は「既定値」を確認する。`,
      },
      {
        who: 'records-keeper',
        do: '確認した値を、この行に environmentVariableValue: "(その値)" として追加する。',
      },
    ],
  },
  sources: [sources.environmentVariables],
  examples: {
    bad: [
      row({ source: 'environment-variable', environmentVariable: 'contoso_EmailConfirmation' }),
      row({ source: 'environment-variable' }),
      row({ source: 'environment-variable', value: 'true' }),
    ],
    good: [
      row({
        source: 'environment-variable',
        environmentVariable: 'contoso_EmailConfirmation',
        environmentVariableValue: 'true',
      }),
      row({ source: 'value', value: 'true' }),
    ],
  },
});

function row(fields: Record<string, unknown>) {
  return { change: { siteSettings: { 'Authentication/Registration/EmailConfirmationEnabled': fields } } };
}
