/** A federation of the demo tree. */
export interface DemoFederation {
  readonly code: string;
  readonly name: string;
  /** Begins with 0990-1, which no number in use does. */
  readonly phone: string;
}

/** The demo county, as in the contract's examples. */
export const demoCounty = '990101000000';

const counties = ['清溪县', '石门县', '白鹭县', '青松县', '云湖区'];
const townshipsPerCounty = 10;
const villagesPerTownship = 27;

/** What is fixed because examples, stories and tests speak of it. */
const fixedNames: Record<string, string> = {
  '990101001000': '柳桥镇',
  '990101002000': '东湖街道',
  '990101003000': '桃源镇',
  '990101001001': '荷塘村',
  '990101001002': '新桥社区',
};

const before = [
  ...'荷柳桃梅竹松石清白青黄金银鹤雁莲桂杏枣槐榆柏枫云月霞泉沙玉翠芦菱稻茶橘棠兰菊燕鹭鹿锦安永福和长大小东西南北上下',
];
const after = [...'塘桥湾坡岭沟岗坪洼渡泉井林园亭台圩埠浜荡墩堰溪滩浦坞畈垄'];
const urban = [...'新文朝建和幸学德明光康宁兴育春秋景瑞', ...'祥丰华荣仁义信诚'];
const urbanAfter = [...'昌阳平福苑园城兴安宁泰盛'];

/**
 * A prefecture city of the size that the domain names: five counties of ten townships with 270 villages each, 1,407
 * federations with city and province. Invented, and the same each time for a seed. Names are unique in their county.
 */
export function demoTree(seed = 990_100): DemoFederation[] {
  const random = mulberry32(seed);
  const tree: DemoFederation[] = [
    { code: '990000000000', name: '云岭省', phone: '0990-1000338' },
    { code: '990100000000', name: '云溪市', phone: '0990-1100338' },
  ];
  for (const [at, name] of counties.entries()) {
    const county = `9901${pad(at + 1, 2)}`;
    tree.push({ code: `${county}000000`, name, phone: `0990-1${at + 2}12338` });
    const names = nameSource(random, tree);
    for (let township = 1; township <= townshipsPerCounty; township++) {
      const code = `${county}${pad(township, 3)}`;
      // The county town has streets and communities, the country towns and villages.
      const isTown = township === 2 || township === 7;
      const line = `0990-1${at + 2}${pad(township, 2)}0`;
      tree.push({ code: `${code}000`, name: names(`${code}000`, isTown ? '街道' : '镇'), phone: `${line}00` });
      for (let village = 1; village <= villagesPerTownship; village++) {
        const own = code + pad(village, 3);
        const kind = (isTown ? random() < 0.85 : random() < 0.12) ? '社区' : '村';
        tree.push({ code: own, name: names(own, kind), phone: `${line}${pad(village, 2)}` });
      }
    }
  }
  return tree;
}

/** Gives a county's places names that none of them has yet. */
function nameSource(random: () => number, tree: readonly DemoFederation[]): (code: string, kind: string) => string {
  const taken = new Set(Object.values(fixedNames).map((name) => name.replace(/(镇|街道|村|社区)$/, '')));
  for (const { name } of tree) taken.add(name.slice(0, -1));
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  return (code, kind) => {
    const fixed = fixedNames[code];
    if (fixed !== undefined) return fixed;
    for (;;) {
      const stem = kind === '社区' ? pick(urban) + pick(urbanAfter) : pick(before) + pick(after);
      if (stem[0] === stem[1] || taken.has(stem)) continue;
      taken.add(stem);
      return stem + kind;
    }
  };
}

/** Small and good enough for names: the same numbers for a seed on every machine. From 0 up to, not including, 1. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
