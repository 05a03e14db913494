package io.leasehold.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the server listens.
 *
 * @param host a name or an address, an IPv6 one without its brackets
 * @param port 0 to 65535; 0 takes any free port
 */
record ListenAddress(String host, int port) {
    static final ListenAddress DEFAULT = new ListenAddress("127.0.0.1", 8200);
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.%\\w]+)]|([^:\\[\\]\\s/]+)):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    /** Reads {@code host:port} or {@code [ipv6]:port}; anything else is refused. */
    static ListenAddress parse(String text) {
        final Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > HIGHEST_PORT) {
            throw new StartRefused("'" + text + "' is not an address to listen on; write it as 127.0.0.1:8200");
        }
        final String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return new ListenAddress(host, Integer.parseInt(matcher.group(3)));
    }

    static ListenAddress of(String host, String port) {
        return parse((host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** Refuses a start that would fail minutes later, or after a database was brought up, with less clear words. */
    void requireFree() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new StartRefused("cannot listen on " + this + ": the host is not known", e);
        } catch (BindException e) {
            throw new StartRefused(busy(e), e);
        } catch (IOException e) {
            throw new StartRefused("cannot listen on " + this + ": " + e.getMessage(), e);
        }
    }

    private String busy(BindException e) {
        final boolean inUse = String.valueOf(e.getMessage()).contains("in use");
        return inUse
                ? this + " is in use by another process; stop it or choose another address with -listen-address "
                        + "(in dev mode -dev-listen-address)"
                : "cannot listen on " + this + ": " + e.getMessage();
    }

    /** The URL for a client on this machine: an address that stands for all becomes the loopback one. */
    String url() {
        final boolean all = host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (all ? new ListenAddress("127.0.0.1", port) : this);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
