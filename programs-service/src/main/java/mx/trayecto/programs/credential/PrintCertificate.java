package mx.trayecto.programs.credential;

import mx.trayecto.platform.text.Text;

/**
 * Whose name the certificate bears. This service knows nobody's: the caller writes it, and it is kept nowhere.
 *
 * @param name absent where it is to be written by hand
 */
record PrintCertificate(@Text(max = 200) String name) {}
