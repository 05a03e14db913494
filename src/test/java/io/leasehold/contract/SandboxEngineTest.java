package io.leasehold.contract;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

/** The engine with the sandbox. */
@QuarkusTest
@Tag("database")
class SandboxEngineTest extends EngineSuite {
    @Override
    AwsAccount openAccount() {
        return new AwsAccount(
                aws.endpoint(),
                aws.runnerKey().id(),
                aws.runnerKey().secret(),
                aws.admin(),
                AwsLab.roleArn("ProdAppRW"),
                aws.account().arn("policy/ProdAppReadWrite"));
    }
}
