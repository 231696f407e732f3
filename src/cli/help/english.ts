// Knows the English words of every command's help. At most one screen a command. Data only.

import { examples, start, type Help } from './help.ts';

export const english: Help = {
  description:
    'Why did this e-mail not arrive? Diagnoses the mail path of Power Apps / Dynamics 365 portals from records: the settings of the ' +
    'environment, written down in YAML files.',
  titles: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Global Options:': 'Everywhere:',
    'Commands:': 'Commands:',
    examples: 'Examples:',
    exitCodes: 'Exit codes:',
  },
  exitCodes: [
    ['0', 'nothing stops the mail'],
    ['1', 'a finding at or above --fail-on'],
    ['2', 'unusable records or usage, or output lost'],
    ['3', 'could not be determined'],
    ['130', 'interrupted'],
  ],
  global: {
    workspace: 'mailcheck.yaml or its folder',
    lang: 'language (default: the locale)',
    color: 'colour: auto (default), always or never',
    version: 'print the version',
    help: 'print this help',
  },
  examples: start,
  commands: {
    diagnose: {
      summary: 'says why one message would not arrive, who can fix it and how',
      description:
        'Names the first thing that stops one message, the evidence, the steps and who can do each; never sends. Without ' +
        'a message it asks, on a terminal.',
      words: {
        message: 'email-confirmation, two-factor-code, password-reset, invitation or guest-passcode',
        to: 'the contact or guest who waits: address, id or name',
        workflow: 'any other process, by its name or unique name',
        since: 'when it was asked for: 10m (ago), 2h, 3d, 14:30, 2026-11-25',
        link: 'the address that a guest opens, to see if it works',
        site: 'the portal, where several are recorded',
        depth: 'how far to look live: records (default, no network), connect or login',
        offline: 'open no socket, whatever --depth says',
        alternatives: 'look at no other port of a host that fails',
        'dry-run': 'print what would be contacted, and stop',
        'save-evidence': 'save what the servers said, for a later --evidence',
        evidence: 'judge by what was saved, without network',
        'fail-on': 'exit 1 from error (default), warning or information on',
        format: 'human (default), json, junit, sarif, github, markdown',
        output: 'FORMAT=FILE: there too, folders made; repeatable',
        verbose: "with the servers' conversation, secrets masked",
        'ca-file': 'also trust the authorities in this file (PEM)',
      },
      examples: examples.diagnose,
    },
    check: {
      summary: 'checks all records, each by itself and together; no network',
      description:
        'Judges all records without network: each finding with its file, line and column, and the TODO values still to be ' +
        'filled in (exit 3). For each pull request in CI.',
      words: {
        'fail-on': 'exit 1 from error (default), warning or information on',
        format: 'human (default), json, junit, sarif, github, markdown',
        output: 'FORMAT=FILE: there too, folders made; repeatable',
        verbose: 'with the reason and the steps of every finding',
      },
      examples: examples.check,
    },
    'test-mailbox': {
      summary: 'logs in to real servers, sends to itself, waits, records the result',
      description:
        'Tests mailboxes as "Test & Enable Mailboxes" does: preconditions first, then incoming and outgoing side by side. ' +
        'What lies in a server profile is told once. Writes results into the records; touches no message but its own.',
      words: {
        addresses: 'mailboxes, by address or id',
        all: 'every active mailbox',
        profile: 'every active mailbox of this server profile',
        approve: 'approve them in the records first',
        send: 'log in only, send no message',
        save: 'leave the records as they are',
        alternatives: 'look at no other port of a host that fails',
        'dry-run': 'print what would be contacted and written, and stop',
        timeout: 'seconds for one session (default: 30)',
        'arrival-timeout': 'seconds to wait for the message (default: 60)',
        concurrency: 'connections at once (default: 20)',
        'ca-file': 'also trust the authorities in this file (PEM)',
        verbose: "with the servers' conversation, secrets masked",
        format: 'human (default), json, junit, sarif, github, markdown',
        output: 'FORMAT=FILE: there too, folders made; repeatable',
        'save-evidence': 'save what the servers said',
        'fail-on': 'exit 1 from error (default), warning or information on',
      },
      examples: examples['test-mailbox'],
    },
    approve: {
      summary: 'records that mailboxes are approved',
      description:
        'Sets the approval of mailboxes in the records to Approved and says what it changed. The environment itself is ' +
        'changed in the Power Platform admin center; the steps are printed.',
      words: { addresses: 'mailboxes, by address or id', 'dry-run': 'print what would be written, and stop' },
      examples: examples.approve,
    },
    login: {
      summary: 'signs in for a mailbox with OAuth and keeps the refresh token',
      description:
        'Opens the sign-in of Microsoft or Google for a mailbox whose profile has OAuth (or shows a code to type on any device), and keeps ' +
        "the refresh token where the record's oauthRefreshToken says; without it in the system's keyring, else in a private file outside the " +
        'workspace, and records which. The token is never shown; one of another account is refused.',
      words: {
        mailbox: 'the mailbox, by address or id',
        'device-code': 'show a code to type on any device (Microsoft)',
        browser: 'print the address, open no browser',
        timeout: 'seconds to wait for the sign-in (default: 300)',
        'ca-file': 'also trust the certificate authorities in this file (PEM)',
        'dry-run': 'print what would be done, and stop',
      },
      examples: examples.login,
    },
    'apply-defaults': {
      summary: "gives recorded mailboxes the environment's default e-mail settings",
      description:
        "Sets server profile and synchronization methods of mailboxes in the records to the environment's defaults, which " +
        'the platform gives to new users and queues only ("Apply Default Email Settings"), and shows each change. The ' +
        'environment itself is changed in the Power Platform admin center; the steps are printed. The mailboxes have to be ' +
        'tested again.',
      words: {
        addresses: 'mailboxes, by address or id',
        all: 'all active mailboxes but forward mailboxes',
        'dry-run': 'print what would be changed, from what to what, and stop',
      },
      examples: examples['apply-defaults'],
    },
    sender: {
      summary: 'says who a process sends as, hop by hop',
      description:
        'The chain from the From of a process to the mailbox that would send, each hop with its line, and why the last one ' +
        'can or cannot send.',
      words: {
        process: 'name, unique name or id of the process',
        for: 'the contact that the process runs on: address, id or name',
        format: 'for people (human, the default) or for programs (json)',
      },
      examples: examples.sender,
    },
    'site-settings': {
      summary: 'lists the site settings in force, and why each has its value',
      description:
        "Says of each of the portal's settings of sign-in and registration what is in force: recorded and where, by default, inactive, " +
        'not readable, or supplied by an environment variable; what it does, and what follows for mail. Without names: those that matter ' +
        'for mail, and all that are recorded. Exit code 3 where the records do not tell the value of one that matters for mail. No network.',
      words: {
        names: 'settings, by name; the part after the last "/" is enough',
        site: 'the portal, where several are recorded (default: each of them)',
        all: 'every setting that is known',
        format: 'for people (human, the default) or for programs (json)',
      },
      examples: examples['site-settings'],
    },
    probe: {
      summary: 'shows what a mail server offers, and its certificate; no records',
      description:
        'Looks at a server by itself: greeting, TLS, certificate with its chain, capabilities, login methods, size limit, time. ' +
        'Schemes: smtp, imap and pop3 (STARTTLS; TLS at once on 465, 993 and 995), smtps, imaps, pop3s, https (Exchange; without a ' +
        'path /EWS/Exchange.asmx). Logs in only with --user; sends no message; reads and writes no records.',
      words: {
        urls: 'servers, like smtp://HOST:587',
        tls: 'TLS at once, by STARTTLS, or none, where the URL leaves it open',
        user: 'log in as this user',
        'password-env': "environment variable that holds the user's password",
        'password-file': "file that holds the user's password",
        timeout: 'seconds for one session (default: 30)',
        'ca-file': 'also trust the certificate authorities in this file (PEM)',
        format: 'for people (human, the default) or for programs (json)',
        verbose: "with why, and the servers' conversation, secrets masked",
      },
      examples: examples.probe,
    },
    explain: {
      summary: 'says what a code or a pasted reply means; without one, lists the codes',
      description:
        'Why a finding stops the mail, or what an alert, a reply of a server or an error of a library means; who can fix it.',
      words: {
        code: "MC and three digits, like MC201; an alert's text or code, like 0x8005E201; or what a server said (- reads it from standard input)",
        all: 'the whole manual: every rule with its example, steps and sources',
        format: 'of the manual: markdown',
      },
      examples: examples.explain,
    },
    init: {
      summary: 'writes a commented starter',
      description:
        'Writes mailcheck.yaml and its records with TODO values into a folder. Existing files are never touched.',
      words: { directory: 'folder to write into (default: the current one)' },
      examples: examples.init,
    },
    demo: {
      summary: 'plays the whole story on made-up servers; no network, no set-up',
      description:
        'A made-up environment and mail servers on this machine only: a confirmation mail that never comes, its cause, the fix.',
      words: { keep: 'leave the workspace in this folder, to play with' },
      examples: examples.demo,
    },
  },
};
