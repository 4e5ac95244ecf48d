import '@fulian/elements/react';
import type { MapLabel } from '@fulian/elements/service-map';
import { useState } from 'react';

/** Names of the county's own, drawn on the map. */
const towns: readonly MapLabel[] = [
  { name: '柳桥镇', lng: 118.36, lat: 27.93 },
  { name: '高坪乡', lng: 118.45, lat: 28.01 },
];

/** A map or a form; properties of the elements follow the state. */
export function App() {
  const [page, setPage] = useState<'map' | 'help'>('map');
  const [elder, setElder] = useState(false);
  const [withNames, setWithNames] = useState(true);
  const [looks, setLooks] = useState(0);
  const [isSent, setIsSent] = useState(false);

  const open = (next: typeof page) => {
    setPage(next);
    setLooks(0);
    setIsSent(false);
  };

  return (
    <div className={elder ? 'page elder' : 'page'}>
      <header>
        <div className="wrap">
          <p className="name">清溪县母婴与家庭服务</p>
          <nav aria-label="栏目">
            <button type="button" aria-current={page === 'map' ? 'page' : undefined} onClick={() => open('map')}>
              服务地图
            </button>
            <button type="button" aria-current={page === 'help' ? 'page' : undefined} onClick={() => open('help')}>
              我要求助
            </button>
          </nav>
          <label>
            <input type="checkbox" checked={elder} onChange={(event) => setElder(event.target.checked)} />
            长者模式
          </label>
        </div>
      </header>
      <fl-client baseUrl="https://help.qingxi.example" federation="990101000000" appearance="light" elder={elder}>
        <fl-quick-exit href="https://weather.example/" />
        <main className="wrap">
          {page === 'map' ? (
            <>
              <div className="title">
                <h1>去哪里找人、歇脚、问法律</h1>
                <label>
                  <input type="checkbox" checked={withNames} onChange={(event) => setWithNames(event.target.checked)} />
                  地图上写乡镇名
                </label>
              </div>
              <p className="hint">
                {looks === 0 ? '全县 20 个村和社区的服务点，每天更新。' : `您看过 ${looks} 个地方；这些不会被记录。`}
              </p>
              <fl-service-map labels={withNames ? towns : []} onfl-opened={() => setLooks((count) => count + 1)}>
                <p>
                  县妇联值班 <a href="tel:000-5550123">000-555 0123</a>
                </p>
              </fl-service-map>
            </>
          ) : (
            <div className="narrow">
              <h1>我要求助</h1>
              <p className="hint" role="status">
                {isSent ? '已经送到县妇联。请先抄下回执，再关掉网页。' : '写给县妇联，可以不留姓名。'}
              </p>
              <fl-help-form onfl-submitted={() => setIsSent(true)}>
                <p>
                  妇女维权热线 <a href="tel:12338">12338</a>
                </p>
              </fl-help-form>
            </div>
          )}
        </main>
      </fl-client>
      <footer>
        <div className="wrap">示例网页：地名、单位和办公电话都是虚构的。12338 是真的，只在需要时拨打。</div>
      </footer>
    </div>
  );
}
