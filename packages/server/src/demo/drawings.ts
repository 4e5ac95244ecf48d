import sharp from 'sharp';
import { resizePhoto, type Photo } from '../attachments/inspect-photo.js';

/** A drawing of a room with the words for who does not see it. */
export interface Drawing {
  readonly alt: { readonly 'zh-CN': string; readonly en: string };
  readonly photo: Photo;
}

/** Calm colours: wall, floor, furniture, cloth, light. */
type Colours = readonly [wall: string, floor: string, wood: string, cloth: string, light: string];

const colours: readonly Colours[] = [
  ['#f3e9df', '#d9c3ab', '#a97c50', '#d98880', '#fff8e7'],
  ['#e4edf0', '#bccbd0', '#7d8f96', '#6fa3a8', '#fdfdf6'],
];

const scenes: readonly {
  readonly alt: Drawing['alt'];
  readonly draw: (of: Colours) => string;
}[] = [
  {
    alt: { 'zh-CN': '婴儿台，上面有软垫和安全带，墙上有灯', en: 'A changing table with a pad and a strap, and a lamp' },
    draw: ([, , wood, cloth, light]) =>
      `<rect x="380" y="470" width="520" height="60" rx="12" fill="${wood}"/>
       <rect x="420" y="530" width="34" height="230" fill="${wood}"/><rect x="826" y="530" width="34" height="230" fill="${wood}"/>
       <rect x="410" y="420" width="460" height="54" rx="27" fill="${cloth}"/><rect x="610" y="412" width="36" height="66" fill="${light}"/>
       <circle cx="980" cy="210" r="70" fill="${light}"/><rect x="972" y="0" width="16" height="150" fill="${wood}"/>`,
  },
  {
    alt: { 'zh-CN': '洗手池和镜子，旁边有热水壶', en: 'A basin and a mirror, with a kettle beside it' },
    draw: ([, , wood, cloth, light]) =>
      `<circle cx="560" cy="270" r="150" fill="${light}" stroke="${wood}" stroke-width="16"/>
       <path d="M360 520h400v40a200 150 0 0 1-400 0z" fill="#fff"/><rect x="540" y="460" width="40" height="64" rx="10" fill="${wood}"/>
       <rect x="520" y="690" width="80" height="80" fill="#fff"/><rect x="860" y="560" width="240" height="210" fill="${wood}"/>
       <path d="M920 560v-90a60 60 0 0 1 120 0v90z" fill="${cloth}"/><path d="M1040 500h50v30h-50z" fill="${cloth}"/>`,
  },
  {
    alt: { 'zh-CN': '一把有扶手的椅子，旁边是窗和小桌', en: 'A chair with arms beside a window and a small table' },
    draw: ([, , wood, cloth, light]) =>
      `<rect x="160" y="140" width="320" height="300" fill="${light}" stroke="${wood}" stroke-width="18"/>
       <path d="M320 140v300M160 290h320" stroke="${wood}" stroke-width="12"/>
       <rect x="600" y="330" width="300" height="280" rx="50" fill="${cloth}"/><rect x="560" y="500" width="70" height="220" rx="30" fill="${cloth}"/>
       <rect x="870" y="500" width="70" height="220" rx="30" fill="${cloth}"/><rect x="600" y="580" width="300" height="120" rx="24" fill="${light}"/>
       <rect x="1000" y="560" width="180" height="28" rx="14" fill="${wood}"/><rect x="1078" y="588" width="24" height="180" fill="${wood}"/>`,
  },
];

/**
 * Pictures of nursing rooms that are nowhere: shapes drawn by these lines, in some 0.2 s. The same each time, and by sets:
 * those of one set are one room.
 */
export async function drawRooms(): Promise<readonly (readonly Drawing[])[]> {
  return Promise.all(
    colours.map((of) =>
      Promise.all(
        scenes.map(async ({ alt, draw }) => {
          const [wall, floor] = of;
          const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">
            <rect width="1280" height="960" fill="${wall}"/><rect y="760" width="1280" height="200" fill="${floor}"/>${draw(of)}</svg>`;
          return { alt, photo: await resizePhoto(await sharp(Buffer.from(picture)).png().toBuffer()) };
        }),
      ),
    ),
  );
}
