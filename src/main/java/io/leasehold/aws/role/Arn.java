package io.leasehold.aws.role;

/**
 * An Amazon resource name, taken apart.
 *
 * @param partition such as {@code aws-cn}
 * @param service such as {@code iam}
 * @param resource all that follows the account, such as {@code role/team/deploy}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">AWS ARNs</a>
 */
public record Arn(String partition, String service, String resource) {
    private static final int SECTIONS = 6;

    /**
     * Takes a text apart.
     *
     * @throws IllegalArgumentException with the reason, when it has not the shape of an ARN
     */
    public static Arn parse(String text) {
        if (!text.startsWith("arn:")) {
            throw new IllegalArgumentException("arn: invalid prefix");
        }
        String[] sections = text.split(":", SECTIONS);
        if (sections.length < SECTIONS) {
            throw new IllegalArgumentException("arn: not enough sections");
        }
        return new Arn(sections[1], sections[2], sections[5]);
    }

    /** The part of the resource after its last slash: an IAM role or policy without its path. */
    public String name() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /** Whether it is an IAM resource of that type, such as {@code role}. */
    public boolean isIam(String type) {
        return service.equals("iam") && resource.startsWith(type + "/");
    }
}
