import '@fulian/elements/react';
import { useRef, useState } from 'react';
import type { FlHelpForm } from '@fulian/elements/help-form';
import type { Client } from '@fulian/elements/client';

/** What a React page may write; the compiler says nothing. */
export function Right({ client }: { client: Client }) {
  const form = useRef<FlHelpForm>(null);
  const [elder, setElder] = useState(false);
  const [ballot, setBallot] = useState<string | null>(null);
  return (
    <fl-client baseUrl="https://help.example" federation="990101000000" elder={elder} appearance="contrast">
      <fl-help-form
        ref={form}
        client={client}
        federation={null}
        exit-href="/weather"
        locale="en"
        className="wide"
        onClick={() => setElder(form.current?.elder ?? false)}
        onfl-step={(event) => event.detail.step.toUpperCase()}
        onfl-submitted={(event) => event.currentTarget.exitHref satisfies string | null}
      >
        <a href="tel:12338">12338</a>
      </fl-help-form>
      <fl-service-map
        labels={[{ name: '清溪县', lng: 101.5, lat: 25.1 }]}
        appearance="dark"
        locate={() => Promise.resolve({ lng: 101.5, lat: 25.1, crs: 'GCJ-02' as const })}
      >
        <fl-tile-layer preset="tianditu" maxZoom={17} approval-number="GS(2024)0650号" />
        <fl-vector-layer onfl-layer-failed={(event) => event.detail.reason satisfies string} />
      </fl-service-map>
      <fl-council council="c" onfl-ballot-chosen={({ detail }) => setBallot(detail.ballot)} />
      <fl-ballot ballot={ballot} key={ballot} />
      <fl-quick-exit href="/weather" label="离开" onfl-exited={({ detail }) => detail satisfies null} />
    </fl-client>
  );
}
