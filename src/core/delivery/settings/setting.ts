// Knows what is known of a portal site setting: its type, its default, what it does, and what follows for mail. Shape only.

/** One sentence for each language that the product speaks. */
export type Sentence = Readonly<Record<'en' | 'ja', string>>;

type Described = {
  /** What it does. */
  meaning: Sentence;
  /** What follows for mail; absent: nothing. */
  mail?: Sentence;
};

/** `default` is the documentation's; absent: it names none. A time span is in milliseconds. */
export type Setting = Described &
  (
    | {
        type: 'boolean';
        default: boolean;
        /** Default of the last public portal code (8.3), where it is another. */
        inCode?: boolean;
      }
    | { type: 'time-span'; default?: number }
    | { type: 'integer'; default: number }
    | { type: 'text'; default?: string }
    | { type: 'word'; words: readonly string[]; default: string }
  );
export type SettingValue = boolean | number | string | undefined;
