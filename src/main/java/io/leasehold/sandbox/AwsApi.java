package io.leasehold.sandbox;

/** The two services behind the one endpoint of a sandbox. */
enum AwsApi {
    STS("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"),
    IAM("iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/");

    private final String service;
    private final String version;
    private final String namespace;

    AwsApi(String service, String version, String namespace) {
        this.service = service;
        this.version = version;
        this.namespace = namespace;
    }

    /** The name in the scope of a signature. */
    String service() {
        return service;
    }

    /** The version that a request names. */
    String version() {
        return version;
    }

    /** The name space of the answers. */
    String namespace() {
        return namespace;
    }
}
