using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InStep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WebhookEvents_AccountId_CreatedAt",
                table: "WebhookEvents");

            migrationBuilder.DropIndex(
                name: "IX_StripeOperations_RequestId_ActorId_Kind_Subject",
                table: "StripeOperations");

            migrationBuilder.AddColumn<string>(
                name: "Fingerprint",
                table: "StripeOperations",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeasedUntil",
                table: "StripeOperations",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "Owner",
                table: "StripeOperations",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "StripeOperations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Unconfirmed",
                table: "StripeOperations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "RefreshQueue",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "Token",
                table: "RefreshQueue",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "OperationKey",
                table: "ControlChanges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BackfillCursors",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    CompleteUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BackfillCursors", x => x.AccountId);
                    table.CheckConstraint("CK_BackfillCursors_AccountId_Length", "length(\"AccountId\") <= 255");
                });

            migrationBuilder.CreateTable(
                name: "SignInThrottles",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFailedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInThrottles", x => x.Key);
                    table.CheckConstraint("CK_SignInThrottles_Key_Length", "length(\"Key\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    IdHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 4096, nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IpAddress = table.Column<string>(type: "TEXT", maxLength: 45, nullable: true),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.IdHash);
                    table.CheckConstraint("CK_UserSessions_Device_Length", "length(\"Device\") <= 200");
                    table.CheckConstraint("CK_UserSessions_IdHash_Length", "length(\"IdHash\") <= 64");
                    table.CheckConstraint("CK_UserSessions_IpAddress_Length", "length(\"IpAddress\") <= 45");
                    table.CheckConstraint("CK_UserSessions_UserId_Length", "length(\"UserId\") <= 4096");
                    table.ForeignKey(
                        name: "FK_UserSessions_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_WebhookEvents_AccountId_Length",
                table: "WebhookEvents",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_WebhookEvents_Failure_Length",
                table: "WebhookEvents",
                sql: "length(\"Failure\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_WebhookEvents_Id_Length",
                table: "WebhookEvents",
                sql: "length(\"Id\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_WebhookEvents_Payload_Length",
                table: "WebhookEvents",
                sql: "length(\"Payload\") <= 524288");

            migrationBuilder.AddCheckConstraint(
                name: "CK_WebhookEvents_State_Length",
                table: "WebhookEvents",
                sql: "length(\"State\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_WebhookEvents_Type_Length",
                table: "WebhookEvents",
                sql: "length(\"Type\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Transactions_AccountId_Length",
                table: "Transactions",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Transactions_AuthorizationId_Length",
                table: "Transactions",
                sql: "length(\"AuthorizationId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Transactions_CardId_Length",
                table: "Transactions",
                sql: "length(\"CardId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Transactions_Id_Length",
                table: "Transactions",
                sql: "length(\"Id\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Transactions_Merchant_Length",
                table: "Transactions",
                sql: "length(\"Merchant\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Transactions_Type_Length",
                table: "Transactions",
                sql: "length(\"Type\") <= 32");

            // Of before there were fingerprints: each row its own.
            migrationBuilder.Sql("UPDATE \"StripeOperations\" SET \"Fingerprint\" = \"Key\"");

            migrationBuilder.CreateIndex(
                name: "IX_StripeOperations_Fingerprint",
                table: "StripeOperations",
                column: "Fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StripeOperations_Subject_Id",
                table: "StripeOperations",
                columns: new[] { "Subject", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_StripeOperations_AccountId_Length",
                table: "StripeOperations",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_StripeOperations_ActorId_Length",
                table: "StripeOperations",
                sql: "length(\"ActorId\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_StripeOperations_ActorName_Length",
                table: "StripeOperations",
                sql: "length(\"ActorName\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_StripeOperations_Fingerprint_Length",
                table: "StripeOperations",
                sql: "length(\"Fingerprint\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_StripeOperations_Intent_Length",
                table: "StripeOperations",
                sql: "length(\"Intent\") <= 524288");

            migrationBuilder.AddCheckConstraint(
                name: "CK_StripeOperations_Kind_Length",
                table: "StripeOperations",
                sql: "length(\"Kind\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_StripeOperations_RequestId_Length",
                table: "StripeOperations",
                sql: "length(\"RequestId\") <= 80");

            migrationBuilder.AddCheckConstraint(
                name: "CK_StripeOperations_Result_Length",
                table: "StripeOperations",
                sql: "length(\"Result\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_StripeOperations_Subject_Length",
                table: "StripeOperations",
                sql: "length(\"Subject\") <= 255");

            migrationBuilder.CreateIndex(
                name: "IX_RefreshQueue_DueAt",
                table: "RefreshQueue",
                column: "DueAt");

            migrationBuilder.AddCheckConstraint(
                name: "CK_RefreshQueue_AccountId_Length",
                table: "RefreshQueue",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_RefreshQueue_ObjectId_Length",
                table: "RefreshQueue",
                sql: "length(\"ObjectId\") <= 255");

            // What the new index does not allow: a role given twice.
            migrationBuilder.Sql(
                "DELETE FROM \"Memberships\" WHERE \"CardholderId\" IS NULL AND \"Id\" NOT IN (SELECT MIN(\"Id\") FROM \"Memberships\" "
                + "WHERE \"CardholderId\" IS NULL GROUP BY \"UserId\", \"AccountId\", \"Role\")");
            // Nobody knows how far the events of these accounts are complete, so all that Stripe keeps are asked for once.
            migrationBuilder.Sql(
                "INSERT INTO \"BackfillCursors\" (\"AccountId\", \"CompleteUntil\") SELECT \"Id\", '2000-01-01 00:00:00' FROM \"Accounts\"");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UserId_AccountId_Role",
                table: "Memberships",
                columns: new[] { "UserId", "AccountId", "Role" },
                unique: true,
                filter: "\"CardholderId\" IS NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Memberships_AccountId_Length",
                table: "Memberships",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Memberships_CardholderId_Length",
                table: "Memberships",
                sql: "length(\"CardholderId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Memberships_Role_Length",
                table: "Memberships",
                sql: "length(\"Role\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Memberships_UserId_Length",
                table: "Memberships",
                sql: "length(\"UserId\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Installation_Mode_Length",
                table: "Installation",
                sql: "length(\"Mode\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Installation_Platform_Length",
                table: "Installation",
                sql: "length(\"Platform\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ImportCursors_AccountId_Length",
                table: "ImportCursors",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ImportCursors_After_Length",
                table: "ImportCursors",
                sql: "length(\"After\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ImportCursors_Step_Length",
                table: "ImportCursors",
                sql: "length(\"Step\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_DataProtectionKeys_FriendlyName_Length",
                table: "DataProtectionKeys",
                sql: "length(\"FriendlyName\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_DataProtectionKeys_Xml_Length",
                table: "DataProtectionKeys",
                sql: "length(\"Xml\") <= 65536");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlTemplates_AccountId_Length",
                table: "ControlTemplates",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlTemplates_Controls_Length",
                table: "ControlTemplates",
                sql: "length(\"Controls\") <= 262144");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlTemplates_Currency_Length",
                table: "ControlTemplates",
                sql: "length(\"Currency\") <= 3");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlTemplates_Name_Length",
                table: "ControlTemplates",
                sql: "length(\"Name\") <= 60");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlChanges_ActorId_Length",
                table: "ControlChanges",
                sql: "length(\"ActorId\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlChanges_ActorName_Length",
                table: "ControlChanges",
                sql: "length(\"ActorName\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlChanges_After_Length",
                table: "ControlChanges",
                sql: "length(\"After\") <= 262144");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlChanges_Before_Length",
                table: "ControlChanges",
                sql: "length(\"Before\") <= 262144");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlChanges_CardId_Length",
                table: "ControlChanges",
                sql: "length(\"CardId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlChanges_Reason_Length",
                table: "ControlChanges",
                sql: "length(\"Reason\") <= 500");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlChanges_Source_Length",
                table: "ControlChanges",
                sql: "length(\"Source\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ComponentSessions_AccountId_Length",
                table: "ComponentSessions",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ComponentSessions_IpAddress_Length",
                table: "ComponentSessions",
                sql: "length(\"IpAddress\") <= 45");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ComponentSessions_UserId_Length",
                table: "ComponentSessions",
                sql: "length(\"UserId\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ComponentSessions_UserName_Length",
                table: "ComponentSessions",
                sql: "length(\"UserName\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_AccountId_Length",
                table: "Cards",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_Brand_Length",
                table: "Cards",
                sql: "length(\"Brand\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_CancellationReason_Length",
                table: "Cards",
                sql: "length(\"CancellationReason\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_CardholderId_Length",
                table: "Cards",
                sql: "length(\"CardholderId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_CardholderName_Length",
                table: "Cards",
                sql: "length(\"CardholderName\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_Currency_Length",
                table: "Cards",
                sql: "length(\"Currency\") <= 3");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_Id_Length",
                table: "Cards",
                sql: "length(\"Id\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_Last4_Length",
                table: "Cards",
                sql: "length(\"Last4\") <= 4");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_ReplacementFor_Length",
                table: "Cards",
                sql: "length(\"ReplacementFor\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_ShippingStatus_Length",
                table: "Cards",
                sql: "length(\"ShippingStatus\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_SpendingControls_Length",
                table: "Cards",
                sql: "length(\"SpendingControls\") <= 262144");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_Status_Length",
                table: "Cards",
                sql: "length(\"Status\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cards_Type_Length",
                table: "Cards",
                sql: "length(\"Type\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cardholders_AccountId_Length",
                table: "Cardholders",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cardholders_Email_Length",
                table: "Cardholders",
                sql: "length(\"Email\") <= 254");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cardholders_Id_Length",
                table: "Cardholders",
                sql: "length(\"Id\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cardholders_Name_Length",
                table: "Cardholders",
                sql: "length(\"Name\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cardholders_SpendingControls_Length",
                table: "Cardholders",
                sql: "length(\"SpendingControls\") <= 262144");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cardholders_Status_Length",
                table: "Cardholders",
                sql: "length(\"Status\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CardFreezes_ById_Length",
                table: "CardFreezes",
                sql: "length(\"ById\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CardFreezes_ByName_Length",
                table: "CardFreezes",
                sql: "length(\"ByName\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CardFreezes_CardId_Length",
                table: "CardFreezes",
                sql: "length(\"CardId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEdits_AccountId_Length",
                table: "BulkEdits",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEdits_Controls_Length",
                table: "BulkEdits",
                sql: "length(\"Controls\") <= 524288");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEdits_IpAddress_Length",
                table: "BulkEdits",
                sql: "length(\"IpAddress\") <= 45");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEdits_Reason_Length",
                table: "BulkEdits",
                sql: "length(\"Reason\") <= 500");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEdits_UserId_Length",
                table: "BulkEdits",
                sql: "length(\"UserId\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEdits_UserName_Length",
                table: "BulkEdits",
                sql: "length(\"UserName\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEditCards_CardId_Length",
                table: "BulkEditCards",
                sql: "length(\"CardId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEditCards_Details_Length",
                table: "BulkEditCards",
                sql: "length(\"Details\") <= 32000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BulkEditCards_Outcome_Length",
                table: "BulkEditCards",
                sql: "length(\"Outcome\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_AccountId_Length",
                table: "Authorizations",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_CardholderId_Length",
                table: "Authorizations",
                sql: "length(\"CardholderId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_CardId_Length",
                table: "Authorizations",
                sql: "length(\"CardId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_Category_Length",
                table: "Authorizations",
                sql: "length(\"Category\") <= 100");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_Country_Length",
                table: "Authorizations",
                sql: "length(\"Country\") <= 2");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_Id_Length",
                table: "Authorizations",
                sql: "length(\"Id\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_Merchant_Length",
                table: "Authorizations",
                sql: "length(\"Merchant\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_Reason_Length",
                table: "Authorizations",
                sql: "length(\"Reason\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_Status_Length",
                table: "Authorizations",
                sql: "length(\"Status\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_AccountId_Length",
                table: "AuditEntries",
                sql: "length(\"AccountId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_Action_Length",
                table: "AuditEntries",
                sql: "length(\"Action\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_ActorId_Length",
                table: "AuditEntries",
                sql: "length(\"ActorId\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_ActorName_Length",
                table: "AuditEntries",
                sql: "length(\"ActorName\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_Details_Length",
                table: "AuditEntries",
                sql: "length(\"Details\") <= 32000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_IpAddress_Length",
                table: "AuditEntries",
                sql: "length(\"IpAddress\") <= 45");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_Outcome_Length",
                table: "AuditEntries",
                sql: "length(\"Outcome\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_Reason_Length",
                table: "AuditEntries",
                sql: "length(\"Reason\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_StripeRequestId_Length",
                table: "AuditEntries",
                sql: "length(\"StripeRequestId\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AuditEntries_Subject_Length",
                table: "AuditEntries",
                sql: "length(\"Subject\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserTokens_LoginProvider_Length",
                table: "AspNetUserTokens",
                sql: "length(\"LoginProvider\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserTokens_Name_Length",
                table: "AspNetUserTokens",
                sql: "length(\"Name\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserTokens_UserId_Length",
                table: "AspNetUserTokens",
                sql: "length(\"UserId\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserTokens_Value_Length",
                table: "AspNetUserTokens",
                sql: "length(\"Value\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_ConcurrencyStamp_Length",
                table: "AspNetUsers",
                sql: "length(\"ConcurrencyStamp\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_DisplayName_Length",
                table: "AspNetUsers",
                sql: "length(\"DisplayName\") <= 100");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_Email_Length",
                table: "AspNetUsers",
                sql: "length(\"Email\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_Id_Length",
                table: "AspNetUsers",
                sql: "length(\"Id\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_NormalizedEmail_Length",
                table: "AspNetUsers",
                sql: "length(\"NormalizedEmail\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_NormalizedUserName_Length",
                table: "AspNetUsers",
                sql: "length(\"NormalizedUserName\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_PasswordHash_Length",
                table: "AspNetUsers",
                sql: "length(\"PasswordHash\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_PhoneNumber_Length",
                table: "AspNetUsers",
                sql: "length(\"PhoneNumber\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_SecurityStamp_Length",
                table: "AspNetUsers",
                sql: "length(\"SecurityStamp\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUsers_UserName_Length",
                table: "AspNetUsers",
                sql: "length(\"UserName\") <= 256");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserLogins_LoginProvider_Length",
                table: "AspNetUserLogins",
                sql: "length(\"LoginProvider\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserLogins_ProviderDisplayName_Length",
                table: "AspNetUserLogins",
                sql: "length(\"ProviderDisplayName\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserLogins_ProviderKey_Length",
                table: "AspNetUserLogins",
                sql: "length(\"ProviderKey\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserLogins_UserId_Length",
                table: "AspNetUserLogins",
                sql: "length(\"UserId\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserClaims_ClaimType_Length",
                table: "AspNetUserClaims",
                sql: "length(\"ClaimType\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserClaims_ClaimValue_Length",
                table: "AspNetUserClaims",
                sql: "length(\"ClaimValue\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AspNetUserClaims_UserId_Length",
                table: "AspNetUserClaims",
                sql: "length(\"UserId\") <= 4096");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Accounts_Id_Length",
                table: "Accounts",
                sql: "length(\"Id\") <= 255");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Accounts_Kind_Length",
                table: "Accounts",
                sql: "length(\"Kind\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Accounts_Name_Length",
                table: "Accounts",
                sql: "length(\"Name\") <= 255");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_UserId",
                table: "UserSessions",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BackfillCursors");

            migrationBuilder.DropTable(
                name: "SignInThrottles");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_WebhookEvents_AccountId_Length",
                table: "WebhookEvents");

            migrationBuilder.DropCheckConstraint(
                name: "CK_WebhookEvents_Failure_Length",
                table: "WebhookEvents");

            migrationBuilder.DropCheckConstraint(
                name: "CK_WebhookEvents_Id_Length",
                table: "WebhookEvents");

            migrationBuilder.DropCheckConstraint(
                name: "CK_WebhookEvents_Payload_Length",
                table: "WebhookEvents");

            migrationBuilder.DropCheckConstraint(
                name: "CK_WebhookEvents_State_Length",
                table: "WebhookEvents");

            migrationBuilder.DropCheckConstraint(
                name: "CK_WebhookEvents_Type_Length",
                table: "WebhookEvents");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Transactions_AccountId_Length",
                table: "Transactions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Transactions_AuthorizationId_Length",
                table: "Transactions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Transactions_CardId_Length",
                table: "Transactions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Transactions_Id_Length",
                table: "Transactions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Transactions_Merchant_Length",
                table: "Transactions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Transactions_Type_Length",
                table: "Transactions");

            migrationBuilder.DropIndex(
                name: "IX_StripeOperations_Fingerprint",
                table: "StripeOperations");

            migrationBuilder.DropIndex(
                name: "IX_StripeOperations_Subject_Id",
                table: "StripeOperations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StripeOperations_AccountId_Length",
                table: "StripeOperations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StripeOperations_ActorId_Length",
                table: "StripeOperations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StripeOperations_ActorName_Length",
                table: "StripeOperations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StripeOperations_Fingerprint_Length",
                table: "StripeOperations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StripeOperations_Intent_Length",
                table: "StripeOperations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StripeOperations_Kind_Length",
                table: "StripeOperations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StripeOperations_RequestId_Length",
                table: "StripeOperations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StripeOperations_Result_Length",
                table: "StripeOperations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_StripeOperations_Subject_Length",
                table: "StripeOperations");

            migrationBuilder.DropIndex(
                name: "IX_RefreshQueue_DueAt",
                table: "RefreshQueue");

            migrationBuilder.DropCheckConstraint(
                name: "CK_RefreshQueue_AccountId_Length",
                table: "RefreshQueue");

            migrationBuilder.DropCheckConstraint(
                name: "CK_RefreshQueue_ObjectId_Length",
                table: "RefreshQueue");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_UserId_AccountId_Role",
                table: "Memberships");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Memberships_AccountId_Length",
                table: "Memberships");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Memberships_CardholderId_Length",
                table: "Memberships");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Memberships_Role_Length",
                table: "Memberships");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Memberships_UserId_Length",
                table: "Memberships");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Installation_Mode_Length",
                table: "Installation");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Installation_Platform_Length",
                table: "Installation");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ImportCursors_AccountId_Length",
                table: "ImportCursors");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ImportCursors_After_Length",
                table: "ImportCursors");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ImportCursors_Step_Length",
                table: "ImportCursors");

            migrationBuilder.DropCheckConstraint(
                name: "CK_DataProtectionKeys_FriendlyName_Length",
                table: "DataProtectionKeys");

            migrationBuilder.DropCheckConstraint(
                name: "CK_DataProtectionKeys_Xml_Length",
                table: "DataProtectionKeys");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlTemplates_AccountId_Length",
                table: "ControlTemplates");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlTemplates_Controls_Length",
                table: "ControlTemplates");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlTemplates_Currency_Length",
                table: "ControlTemplates");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlTemplates_Name_Length",
                table: "ControlTemplates");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlChanges_ActorId_Length",
                table: "ControlChanges");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlChanges_ActorName_Length",
                table: "ControlChanges");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlChanges_After_Length",
                table: "ControlChanges");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlChanges_Before_Length",
                table: "ControlChanges");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlChanges_CardId_Length",
                table: "ControlChanges");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlChanges_Reason_Length",
                table: "ControlChanges");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlChanges_Source_Length",
                table: "ControlChanges");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ComponentSessions_AccountId_Length",
                table: "ComponentSessions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ComponentSessions_IpAddress_Length",
                table: "ComponentSessions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ComponentSessions_UserId_Length",
                table: "ComponentSessions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ComponentSessions_UserName_Length",
                table: "ComponentSessions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_AccountId_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_Brand_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_CancellationReason_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_CardholderId_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_CardholderName_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_Currency_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_Id_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_Last4_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_ReplacementFor_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_ShippingStatus_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_SpendingControls_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_Status_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cards_Type_Length",
                table: "Cards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cardholders_AccountId_Length",
                table: "Cardholders");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cardholders_Email_Length",
                table: "Cardholders");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cardholders_Id_Length",
                table: "Cardholders");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cardholders_Name_Length",
                table: "Cardholders");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cardholders_SpendingControls_Length",
                table: "Cardholders");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cardholders_Status_Length",
                table: "Cardholders");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CardFreezes_ById_Length",
                table: "CardFreezes");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CardFreezes_ByName_Length",
                table: "CardFreezes");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CardFreezes_CardId_Length",
                table: "CardFreezes");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEdits_AccountId_Length",
                table: "BulkEdits");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEdits_Controls_Length",
                table: "BulkEdits");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEdits_IpAddress_Length",
                table: "BulkEdits");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEdits_Reason_Length",
                table: "BulkEdits");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEdits_UserId_Length",
                table: "BulkEdits");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEdits_UserName_Length",
                table: "BulkEdits");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEditCards_CardId_Length",
                table: "BulkEditCards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEditCards_Details_Length",
                table: "BulkEditCards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BulkEditCards_Outcome_Length",
                table: "BulkEditCards");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_AccountId_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_CardholderId_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_CardId_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_Category_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_Country_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_Id_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_Merchant_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_Reason_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_Status_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_AccountId_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_Action_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_ActorId_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_ActorName_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_Details_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_IpAddress_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_Outcome_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_Reason_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_StripeRequestId_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AuditEntries_Subject_Length",
                table: "AuditEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserTokens_LoginProvider_Length",
                table: "AspNetUserTokens");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserTokens_Name_Length",
                table: "AspNetUserTokens");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserTokens_UserId_Length",
                table: "AspNetUserTokens");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserTokens_Value_Length",
                table: "AspNetUserTokens");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_ConcurrencyStamp_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_DisplayName_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_Email_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_Id_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_NormalizedEmail_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_NormalizedUserName_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_PasswordHash_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_PhoneNumber_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_SecurityStamp_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUsers_UserName_Length",
                table: "AspNetUsers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserLogins_LoginProvider_Length",
                table: "AspNetUserLogins");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserLogins_ProviderDisplayName_Length",
                table: "AspNetUserLogins");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserLogins_ProviderKey_Length",
                table: "AspNetUserLogins");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserLogins_UserId_Length",
                table: "AspNetUserLogins");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserClaims_ClaimType_Length",
                table: "AspNetUserClaims");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserClaims_ClaimValue_Length",
                table: "AspNetUserClaims");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AspNetUserClaims_UserId_Length",
                table: "AspNetUserClaims");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Accounts_Id_Length",
                table: "Accounts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Accounts_Kind_Length",
                table: "Accounts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Accounts_Name_Length",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "Unconfirmed",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "RefreshQueue");

            migrationBuilder.DropColumn(
                name: "Token",
                table: "RefreshQueue");

            migrationBuilder.DropColumn(
                name: "OperationKey",
                table: "ControlChanges");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEvents_AccountId_CreatedAt",
                table: "WebhookEvents",
                columns: new[] { "AccountId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StripeOperations_RequestId_ActorId_Kind_Subject",
                table: "StripeOperations",
                columns: new[] { "RequestId", "ActorId", "Kind", "Subject" },
                unique: true);
        }
    }
}
