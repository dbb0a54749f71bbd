import './local-time';
import './theme-switch';
import './video-facade';
