// Knows what can be done about the address of Microsoft Graph, which stands in no server profile. Words only.

import type { FixStep, Language } from './rule.ts';
import type { SessionParams } from './session-hit.ts';

const microsofts = /(?:^|\.)(?:microsoft\.(?:com|us)|chinacloudapi\.cn)$/i;

/** A step for whoever runs the server: nobody can be asked to mend Microsoft's own. */
export function ofServer(p: Pick<SessionParams, 'protocol' | 'host'>, step: FixStep): FixStep[] {
  return isMicrosofts(p) ? [] : [step];
}

export function isMicrosofts({ protocol, host }: Pick<SessionParams, 'protocol' | 'host'>): boolean {
  return protocol === 'graph' && microsofts.test(host);
}

export function graphAddress({ host, server }: SessionParams, language: Language): FixStep {
  const english = language === 'en';
  if (microsofts.test(host))
    return {
      who: 'network-administrator',
      do: english
        ? `Let this machine reach ${server} over HTTPS (name service, firewall, proxy): it is Microsoft's own address and stands in no server profile.`
        : `このマシンから ${server} にHTTPSで接続できるようにする(DNS、ファイアウォール、プロキシ)。Microsoftのアドレスで、サーバー プロファイルでは変えられない。`,
    };
  return {
    who: 'records-keeper',
    do: english
      ? `Correct the address of Microsoft Graph in the records (now on ${host}), or take it out so that Microsoft's own is used: environment: endpoints: graph: https://graph.microsoft.com/v1.0`
      : `設定ファイルのMicrosoft Graphのアドレス(現在のホストは ${host})を直すか、削除してMicrosoftの既定を使う: environment: endpoints: graph: https://graph.microsoft.com/v1.0`,
  };
}
