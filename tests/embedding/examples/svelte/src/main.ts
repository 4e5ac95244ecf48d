import '@fulian/elements/ballot';
import '@fulian/elements/client';
import '@fulian/elements/council';
import '@fulian/elements/help-form';
import '@fulian/elements/quick-exit';
import '@fulian/elements/service-map';
import { mount } from 'svelte';
import App from './App.svelte';
import './style.css';

mount(App, { target: document.getElementById('app')! });
