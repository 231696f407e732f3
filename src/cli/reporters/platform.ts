// Knows what is said of what the platform would do with the results of a live test, and of whom it would tell: alike ones
// together, however many mailboxes there are. Sentences without layout. May not judge.

import type { ExpectedAlert, ProfileReport, Receiver } from '../../core/profile-report.ts';
import { gather } from '../../core/records/look-up.ts';
import { whereText } from '../../core/records/where.ts';
import type { PlatformAct } from '../../core/mailbox-report.ts';
import type { Report } from '../../core/report.ts';
import { fewOf } from '../../core/rules/of-profile.ts';
import type { Language } from '../../core/rules/rule.ts';
import { platformWords } from './platform-words.ts';
import { directionWords } from './words.ts';

type Platform = {
  acts: { act: PlatformAct; text: string }[];
  alerts: { level: ExpectedAlert['level']; text: string }[];
  /** E-mails beside the alerts, and how to make unknown owners known. */
  others: string[];
};

/** Nothing where all is well: that it would be enabled and nobody has to act is no news then. */
export function platformTexts(
  { mailboxes, profiles, alerts }: Pick<Report, 'mailboxes' | 'profiles' | 'alerts'>,
  always: boolean,
  language: Language,
): Platform | undefined {
  const news = alerts.some(({ level }) => level !== 'information');
  if (alerts.length === 0 || !(news || always)) return undefined;
  return {
    acts: actsOf(mailboxes, language),
    alerts: alertsOf(alerts, profiles, language),
    others: [...emailsOf(profiles, language), ...ownersToAdd(alerts, language)],
  };
}

const order: readonly PlatformAct[] = ['disables', 'tries-again', 'enables'];

function actsOf(mailboxes: Report['mailboxes'], language: Language): Platform['acts'] {
  const said = platformWords[language];
  return order.flatMap((act) => {
    const byDirections = new Map<string, string[]>();
    for (const { address, directions } of mailboxes) {
      const names = directions
        .filter(({ platform }) => platform === act)
        .map(({ direction }) => directionWords[language][direction])
        .reverse();
      if (names.length > 0) gather(byDirections, names.join(said.and), address);
    }
    return [...byDirections].map(([names, addresses]) => ({
      act,
      text: said.act[act](names, fewOf(addresses, language)),
    }));
  });
}

function alertsOf(
  alerts: readonly ExpectedAlert[],
  profiles: readonly ProfileReport[],
  language: Language,
): Platform['alerts'] {
  const said = platformWords[language];
  const nameOf = new Map(profiles.map(({ profile, name }) => [profile, name]));
  const groups = new Map<string, ExpectedAlert[]>();
  for (const alert of alerts) {
    const { level, about, finding, written, tells } = alert;
    const profile = about === 'profile' ? alert.profile : '';
    const who = tells.map((receiver) => receiverText(receiver, language));
    gather(groups, JSON.stringify([level, about, profile, finding, written, who]), alert);
  }
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const { level, about, profile = '', finding, written, tells } = first;
    const mailboxes = alike.flatMap((alert) => alert.mailboxes);
    const what =
      about === 'profile'
        ? said.aboutProfile(nameOf.get(profile) ?? profile, mailboxes.length)
        : fewOf(mailboxes, language);
    const who = tells.map((receiver) => said.receiver(receiverText(receiver, language), receiver));
    const because = finding === undefined ? '' : said.because(finding);
    const told = written ? who.join(said.separator) : said.notWritten;
    return [{ level, text: `${said.alert(level, what, because)}: ${told}` }];
  });
}

function emailsOf(profiles: readonly ProfileReport[], language: Language): string[] {
  return profiles.flatMap(({ name, emailAlert }) => {
    if (emailAlert === undefined) return [];
    // Of a single mailbox it is no news that it is more than half.
    if (emailAlert.sendEmailAlert !== true && emailAlert.of < 2) return [];
    const to = receiverText(emailAlert.to, language);
    return [platformWords[language].email(name, emailAlert, to, emailAlert.sendEmailAlert)];
  });
}

function ownersToAdd(alerts: readonly ExpectedAlert[], language: Language): string[] {
  const unknown = alerts.flatMap(({ tells }) => tells.flatMap(({ add }) => add ?? []));
  const places = [...new Set(unknown.map(({ where }) => whereText(where)))];
  return places.length === 0 ? [] : [platformWords[language].addOwner(fewOf(places, language))];
}

/** `Suzuki Hanako <admin@example.com> (owner of the mailbox)` */
function receiverText({ as, name, address }: Receiver, language: Language): string {
  const said = platformWords[language];
  if (name === undefined && address === undefined) return said.ownerNotRecorded[as];
  const who =
    name === undefined || name === address
      ? (address ?? '')
      : address === undefined
        ? name
        : `${name} <${address}>`;
  return language === 'ja' ? `${said.owner[as]} ${who}` : `${who} (${said.owner[as]})`;
}
