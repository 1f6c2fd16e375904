/** The states and territories of the United States by FIPS code, as us-atlas names them, with their postal codes. */
const postalByFips: Readonly<Record<string, string>> = {
  '01': 'AL',
  '02': 'AK',
  '04': 'AZ',
  '05': 'AR',
  '06': 'CA',
  '08': 'CO',
  '09': 'CT',
  '10': 'DE',
  '11': 'DC',
  '12': 'FL',
  '13': 'GA',
  '15': 'HI',
  '16': 'ID',
  '17': 'IL',
  '18': 'IN',
  '19': 'IA',
  '20': 'KS',
  '21': 'KY',
  '22': 'LA',
  '23': 'ME',
  '24': 'MD',
  '25': 'MA',
  '26': 'MI',
  '27': 'MN',
  '28': 'MS',
  '29': 'MO',
  '30': 'MT',
  '31': 'NE',
  '32': 'NV',
  '33': 'NH',
  '34': 'NJ',
  '35': 'NM',
  '36': 'NY',
  '37': 'NC',
  '38': 'ND',
  '39': 'OH',
  '40': 'OK',
  '41': 'OR',
  '42': 'PA',
  '44': 'RI',
  '45': 'SC',
  '46': 'SD',
  '47': 'TN',
  '48': 'TX',
  '49': 'UT',
  '50': 'VT',
  '51': 'VA',
  '53': 'WA',
  '54': 'WV',
  '55': 'WI',
  '56': 'WY',
};
export const postalOf = (fips: string): string | undefined => postalByFips[fips];

/** "us-tx" → "TX"; undefined for places that are no state or territory. */
export const postalOfPlace = (placeId: string | undefined): string | undefined =>
  /^us-([a-z]{2})$/.exec(placeId ?? '')?.[1]?.toUpperCase();

/** Too small for letters on the map, or not on it at all: shown as squares beside it, from north to south. */
export const besideTheMap = ['VT', 'NH', 'MA', 'RI', 'CT', 'NJ', 'DE', 'MD', 'DC'] as const;
export const territories = ['PR', 'VI', 'GU', 'AS', 'MP'] as const;

/** One square a state, about where it lies, for narrow pages; a dot is an empty place. */
export const tileRows: readonly (readonly string[])[] = [
  'AK . . . . . . . . . ME',
  '. . . . . . . . . VT NH',
  'WA ID MT ND MN . WI MI . NY MA',
  'OR NV WY SD IA IL IN OH PA NJ CT',
  'CA UT CO NE MO KY WV VA MD DE RI',
  '. AZ NM KS AR TN NC SC DC . .',
  '. . . OK LA MS AL GA . . .',
  'HI . . TX . . . . FL PR VI',
  'GU AS MP . . . . . . . .',
].map((row) => row.split(' ').map((code) => (code === '.' ? '' : code)));
