package io.leasehold.sandbox.policy;

/** Matching of {@code *} (any run of characters) and {@code ?} (any one), as IAM patterns know them. */
final class Glob {

    private Glob() {}

    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** ARNs match part by part, so a star never reaches across one of the first five colons. */
    static boolean matchesArn(String pattern, String arn) {
        String[] wanted = pattern.split(":", 6);
        String[] actual = arn.split(":", 6);
        if (wanted.length != 6 || actual.length != 6) {
            return pattern.equals("*") || pattern.equals(arn);
        }
        for (int i = 0; i < 6; i++) {
            if (!matches(wanted[i], actual[i])) {
                return false;
            }
        }
        return true;
    }
}
