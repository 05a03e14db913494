package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.UserCredential;
import io.leasehold.sandbox.account.UserCredential.Kind;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;

/**
 * X.509 certificates of users.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html">
 *     UploadSigningCertificate</a>
 */
final class SigningCertificateActions {

    private final UserCredentials certificates;

    SigningCertificateActions(Account account) {
        certificates = new UserCredentials(account, Kind.SIGNING_CERTIFICATE, "ASCA", Quotas.SIGNING_CERTIFICATES);
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("UploadSigningCertificate", certificates::arn, this::upload),
                new IamAction("ListSigningCertificates", certificates::arn, this::list),
                new IamAction("DeleteSigningCertificate", certificates::arn, this::delete));
    }

    private void upload(Call call, XmlWriter out) {
        IamUser user = certificates.user(call);
        UserCredential certificate = certificates.add(call, user, call.form().get("CertificateBody"));
        out.element("Certificate", () -> write(out, user, certificate));
    }

    private void list(Call call, XmlWriter out) {
        IamUser user = certificates.user(call);
        certificates.list(call, out, "Certificates", certificate -> write(out, user, certificate));
    }

    private void delete(Call call, XmlWriter out) {
        certificates.delete(call, call.form().get("CertificateId"));
    }

    private static void write(XmlWriter out, IamUser user, UserCredential certificate) {
        out.text("UserName", user.name())
                .text("CertificateId", certificate.id())
                .text("CertificateBody", certificate.body())
                .text("Status", "Active")
                .time("UploadDate", certificate.created());
    }
}
