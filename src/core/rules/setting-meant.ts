// Knows which setting somebody meant who wrote a name that the portal does not read: a slip of the pen, other signs, another folder.

import { settingNamed, settingNames, type SettingName } from '../delivery/settings/table.ts';
import { distance } from '../records/suggest.ts';

/** Two wrong letters in so long a name are a slip. */
const tolerated = 2;

/** undefined: the name is right, or so far from all that it is another setting. */
export function meantBy(typed: string): SettingName | undefined {
  const name = typed.trim().toLowerCase();
  if (settingNamed(name) !== undefined || ofProvider.test(name)) return undefined;
  const byLast = byLastPart.get(lastPart(name));
  if (byLast !== undefined) return byLast;
  const letters = lettersOf(name);
  return settingNames.find((candidate) => {
    const right = candidate.toLowerCase();
    return (
      lettersOf(right) === letters ||
      (Math.abs(right.length - name.length) <= tolerated && distance(name, right) <= tolerated)
    );
  });
}

const ofProvider = /^authentication\/(?:openidconnect|openauth|saml2|wsfederation)\//;

/** Last parts that say by themselves which setting they belong to; "Enabled" and "CookiePath" do not. */
const telling = 12;
/** A part that providers have, too. */
const ambiguous: readonly string[] = ['authenticationtype'];

const byLastPart = new Map<string, SettingName | undefined>();
for (const name of settingNames) {
  const last = lastPart(name.toLowerCase());
  if (last.length < telling || ambiguous.includes(last)) continue;
  byLastPart.set(last, byLastPart.has(last) ? undefined : name);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function lettersOf(name: string): string {
  return name.replaceAll(/[^a-z0-9]/g, '');
}
