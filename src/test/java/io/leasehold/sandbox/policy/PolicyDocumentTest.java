package io.leasehold.sandbox.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.sandbox.wire.AwsException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {

    private static PolicyDocument document(String statements) {
        return PolicyGrammar.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements.replace('\'', '"') + "]}",
                PolicyKind.IDENTITY);
    }

    private static String statement(String effect, String elements) {
        return "{'Effect':'" + effect + "'," + elements + "}";
    }

    private static String conditional(String condition) {
        return statement("Allow", "'Action':'*','Resource':'*','Condition':" + condition);
    }

    private static RequestContext request(String action, String resource) {
        return RequestContext.of(action, resource)
                .with("aws:username", "alice")
                .with("aws:PrincipalArn", "arn:aws:iam::111122223333:user/alice")
                .with("aws:TokenIssueTime", "2026-01-02T03:04:05Z")
                .with("aws:MultiFactorAuthPresent", true)
                .with("aws:SourceIp", "10.1.2.3")
                .with("aws:TagKeys", List.of("team", "cost"))
                .with("sts:DurationSeconds", 900);
    }

    @ParameterizedTest(name = "{0} on {1} covers {2} on {3}: {4}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'Action':'iam:GetUser'     | 'Resource':'*'                           | iam:GetUser    | arn:aws:iam::1:user/a   | ALLOW",
                "'Action':'IAM:getuser'     | 'Resource':'*'                           | iam:GetUser    | arn:aws:iam::1:user/a   | ALLOW",
                "'Action':'iam:*'           | 'Resource':'*'                           | iam:GetUser    | arn:aws:iam::1:user/a   | ALLOW",
                "'Action':'iam:Get*'        | 'Resource':'*'                           | iam:ListUsers  | arn:aws:iam::1:user/a   | NONE",
                "'Action':'iam:?etUser'     | 'Resource':'*'                           | iam:GetUser    | arn:aws:iam::1:user/a   | ALLOW",
                "'Action':['s3:*','iam:Get*'] | 'Resource':'*'                         | iam:GetUser    | arn:aws:iam::1:user/a   | ALLOW",
                "'NotAction':'iam:*'        | 'Resource':'*'                           | iam:GetUser    | arn:aws:iam::1:user/a   | NONE",
                "'NotAction':'s3:*'         | 'Resource':'*'                           | iam:GetUser    | arn:aws:iam::1:user/a   | ALLOW",
                "'Action':'*'               | 'Resource':'arn:aws:iam::1:user/vault-*' | iam:GetUser    | arn:aws:iam::1:user/vault-1 | ALLOW",
                "'Action':'*'               | 'Resource':'arn:aws:iam::1:user/vault-*' | iam:GetUser    | arn:aws:iam::1:user/other | NONE",
                "'Action':'*'               | 'Resource':'arn:aws:iam::1:user/A'       | iam:GetUser    | arn:aws:iam::1:user/a   | NONE",
                "'Action':'*'               | 'NotResource':'arn:aws:iam::1:user/a'    | iam:GetUser    | arn:aws:iam::1:user/a   | NONE",
                "'Action':'*'               | 'NotResource':'arn:aws:iam::1:user/b'    | iam:GetUser    | arn:aws:iam::1:user/a   | ALLOW",
                "'Action':'*'               | 'Resource':'arn:aws:iam::1:user/${aws:username}' | iam:GetUser | arn:aws:iam::1:user/alice | ALLOW",
                "'Action':'*'               | 'Resource':'arn:aws:iam::1:user/${aws:username}' | iam:GetUser | arn:aws:iam::1:user/bob | NONE",
                "'Action':'*'               | 'Resource':'arn:aws:iam::1:user/${aws:nothing}' | iam:GetUser | arn:aws:iam::1:user/ | NONE",
            },
            delimiter = '|')
    void aStatementCoversActionsAndResources(
            String actions, String resources, String action, String resource, Verdict expected) {
        // Given
        PolicyDocument policy = document(statement("Allow", actions + "," + resources));

        // When
        Verdict verdict = policy.judge(request(action, resource));

        // Then
        assertEquals(expected, verdict);
    }

    @Test
    void aDenyOutweighsAnyAllowWhateverTheOrder() {
        // Given
        String allow = statement("Allow", "'Action':'*','Resource':'*'");
        String deny = statement("Deny", "'Action':'iam:Delete*','Resource':'*'");

        // When
        Verdict first = document(deny + "," + allow).judge(request("iam:DeleteUser", "r"));
        Verdict last = document(allow + "," + deny).judge(request("iam:DeleteUser", "r"));
        Verdict other = document(allow + "," + deny).judge(request("iam:GetUser", "r"));

        // Then
        assertEquals(Verdict.DENY, first);
        assertEquals(Verdict.DENY, last);
        assertEquals(Verdict.ALLOW, other);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'StringEquals':{'aws:username':'alice'}}                                   | ALLOW",
                "{'StringEquals':{'AWS:UserName':['bob','alice']}}                           | ALLOW",
                "{'StringEquals':{'aws:username':'Alice'}}                                   | NONE",
                "{'StringEqualsIgnoreCase':{'aws:username':'Alice'}}                         | ALLOW",
                "{'StringNotEquals':{'aws:username':['bob','alice']}}                        | NONE",
                "{'StringNotEquals':{'aws:username':['bob','carol']}}                        | ALLOW",
                "{'StringNotEquals':{'aws:absent':'x'}}                                      | ALLOW",
                "{'StringEquals':{'aws:absent':'x'}}                                         | NONE",
                "{'StringEqualsIfExists':{'aws:absent':'x'}}                                 | ALLOW",
                "{'StringLike':{'aws:username':'al*'}}                                       | ALLOW",
                "{'StringNotLike':{'aws:username':'al*'}}                                    | NONE",
                "{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:user/al?ce'}}                | ALLOW",
                "{'ArnLike':{'aws:PrincipalArn':'arn:*:user/alice'}}                         | NONE",
                "{'ArnNotEquals':{'aws:PrincipalArn':'arn:aws:iam::*:user/bob'}}             | ALLOW",
                "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}                              | ALLOW",
                "{'Bool':{'aws:MultiFactorAuthPresent':false}}                               | NONE",
                "{'Null':{'aws:MultiFactorAuthPresent':'false'}}                             | ALLOW",
                "{'Null':{'aws:absent':'true'}}                                              | ALLOW",
                "{'NumericLessThan':{'sts:DurationSeconds':901}}                             | ALLOW",
                "{'NumericLessThan':{'sts:DurationSeconds':'900'}}                           | NONE",
                "{'NumericLessThanEquals':{'sts:DurationSeconds':'900'}}                     | ALLOW",
                "{'NumericGreaterThan':{'sts:DurationSeconds':'899'}}                        | ALLOW",
                "{'NumericEquals':{'sts:DurationSeconds':'many'}}                            | NONE",
                "{'DateLessThan':{'aws:TokenIssueTime':'2026-01-02T03:04:06Z'}}              | ALLOW",
                "{'DateLessThan':{'aws:TokenIssueTime':'2026-01-02T03:04:05.000Z'}}          | NONE",
                "{'DateGreaterThan':{'aws:TokenIssueTime':'2026-01-02'}}                     | ALLOW",
                "{'DateLessThan':{'aws:TokenIssueTime':'4000000000'}}                        | ALLOW",
                "{'IpAddress':{'aws:SourceIp':['192.168.0.0/16','10.1.0.0/16']}}             | ALLOW",
                "{'IpAddress':{'aws:SourceIp':'10.1.2.4'}}                                   | NONE",
                "{'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'}}                              | NONE",
                "{'IpAddress':{'aws:SourceIp':['10.1.2.x','10.0.0.0/99','300.1.2.3/8']}}      | NONE",
                "{'ForAllValues:StringEquals':{'aws:TagKeys':['team','cost','x']}}           | ALLOW",
                "{'ForAllValues:StringEquals':{'aws:TagKeys':['team']}}                      | NONE",
                "{'ForAllValues:StringEquals':{'aws:absent':['team']}}                       | ALLOW",
                "{'ForAnyValue:StringEquals':{'aws:TagKeys':['cost']}}                       | ALLOW",
                "{'ForAnyValue:StringEquals':{'aws:absent':['cost']}}                        | NONE",
                "{'StringEquals':{'aws:username':'alice'},'Bool':{'aws:MultiFactorAuthPresent':'false'}} | NONE",
                "{'StringEquals':{'aws:username':'alice','aws:absent':'x'}}                  | NONE",
            })
    void aStatementCountsOnlyWhenAllItsConditionsHold(String condition, Verdict expected) {
        // Given
        PolicyDocument policy = document(conditional(condition));

        // When
        Verdict verdict = policy.judge(request("iam:GetUser", "r"));

        // Then
        assertEquals(expected, verdict);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "[]",
                "not json",
                "{}",
                "{'Statement':[]}",
                "{'Statement':'x'}",
                "{'Statement':['x']}",
                "{'Statement':[{}]} trailing",
                "{'Version':'2020-01-01','Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]}",
                "{'Version':'2012-10-17','Extra':1,'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]}",
                "{'Statement':[{'Action':'*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'allow','Action':'*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':[],'Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':7,'Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'GetUser','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','NotAction':'s3:*','Resource':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'bucket'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Actions':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Principal':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':'x'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringIs':{'a:b':'c'}}}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringEquals':{'a:b':{}}}}]}",
                "{'Statement':[{'Effect':'Allow','Effect':'Deny','Action':'*','Resource':'*'}]}",
                "{'Statement':[{'Sid':'a b','Effect':'Allow','Action':'*','Resource':'*'}]}",
                "{'Statement':[{'Sid':'a','Effect':'Allow','Action':'*','Resource':'*'},{'Sid':'a','Effect':'Allow','Action':'*','Resource':'*'}]}",
            })
    void aDocumentThatBreaksTheGrammarIsMalformed(String document) {
        // When
        AwsException refusal = assertThrows(
                AwsException.class, () -> PolicyGrammar.parse(document.replace('\'', '"'), PolicyKind.IDENTITY));

        // Then
        assertEquals("MalformedPolicyDocument", refusal.code());
        assertEquals(400, refusal.status());
    }
}
