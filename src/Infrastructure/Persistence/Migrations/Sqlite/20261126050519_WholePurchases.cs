using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WholePurchases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Asked",
                table: "Authorizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Captured",
                table: "Authorizations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CategoryCode",
                table: "Authorizations",
                type: "TEXT",
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "City",
                table: "Authorizations",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Details",
                table: "Authorizations",
                type: "TEXT",
                maxLength: 524288,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "MerchantAmount",
                table: "Authorizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "MerchantCurrency",
                table: "Authorizations",
                type: "TEXT",
                maxLength: 3,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NetworkId",
                table: "Authorizations",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Refunded",
                table: "Authorizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Wallet",
                table: "Authorizations",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "CardLabels",
                columns: table => new
                {
                    CardId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Color = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardLabels", x => x.CardId);
                    table.CheckConstraint("CK_CardLabels_AccountId_Length", "length(\"AccountId\") <= 255");
                    table.CheckConstraint("CK_CardLabels_CardId_Length", "length(\"CardId\") <= 255");
                    table.CheckConstraint("CK_CardLabels_Color_Length", "length(\"Color\") <= 32");
                    table.CheckConstraint("CK_CardLabels_Name_Length", "length(\"Name\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "DailySpend",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Purchases = table.Column<int>(type: "INTEGER", nullable: false),
                    Declined = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailySpend", x => new { x.AccountId, x.Dimension, x.Day, x.Currency, x.Key });
                    table.CheckConstraint("CK_DailySpend_AccountId_Length", "length(\"AccountId\") <= 255");
                    table.CheckConstraint("CK_DailySpend_Currency_Length", "length(\"Currency\") <= 3");
                    table.CheckConstraint("CK_DailySpend_Dimension_Length", "length(\"Dimension\") <= 32");
                    table.CheckConstraint("CK_DailySpend_Key_Length", "length(\"Key\") <= 255");
                });

            migrationBuilder.CreateTable(
                name: "PurchaseMemos",
                columns: table => new
                {
                    AuthorizationId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseMemos", x => x.AuthorizationId);
                    table.CheckConstraint("CK_PurchaseMemos_AuthorizationId_Length", "length(\"AuthorizationId\") <= 255");
                    table.CheckConstraint("CK_PurchaseMemos_Text_Length", "length(\"Text\") <= 500");
                });

            migrationBuilder.CreateTable(
                name: "StaleSpendDays",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaleSpendDays", x => new { x.AccountId, x.Day });
                    table.CheckConstraint("CK_StaleSpendDays_AccountId_Length", "length(\"AccountId\") <= 255");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_AccountId_Status_ExpYear_ExpMonth_ShippingStatus_HasBeenActive",
                table: "Cards",
                columns: new[] { "AccountId", "Status", "ExpYear", "ExpMonth", "ShippingStatus", "HasBeenActive" });

            migrationBuilder.CreateIndex(
                name: "IX_Authorizations_AccountId_CreatedAt_Id",
                table: "Authorizations",
                columns: new[] { "AccountId", "CreatedAt", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_CategoryCode_Length",
                table: "Authorizations",
                sql: "length(\"CategoryCode\") <= 8");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_City_Length",
                table: "Authorizations",
                sql: "length(\"City\") <= 100");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_Details_Length",
                table: "Authorizations",
                sql: "length(\"Details\") <= 524288");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_MerchantCurrency_Length",
                table: "Authorizations",
                sql: "length(\"MerchantCurrency\") <= 3");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_NetworkId_Length",
                table: "Authorizations",
                sql: "length(\"NetworkId\") <= 64");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_Wallet_Length",
                table: "Authorizations",
                sql: "length(\"Wallet\") <= 32");

            migrationBuilder.CreateIndex(
                name: "IX_CardLabels_AccountId",
                table: "CardLabels",
                column: "AccountId");
            CleanIssuing.Infrastructure.Persistence.Migrations.WholePurchases.AddTo(
                migrationBuilder, "date(\"CreatedAt\", 'unixepoch')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardLabels");

            migrationBuilder.DropTable(
                name: "DailySpend");

            migrationBuilder.DropTable(
                name: "PurchaseMemos");

            migrationBuilder.DropTable(
                name: "StaleSpendDays");

            migrationBuilder.DropIndex(
                name: "IX_Cards_AccountId_Status_ExpYear_ExpMonth_ShippingStatus_HasBeenActive",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Authorizations_AccountId_CreatedAt_Id",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_CategoryCode_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_City_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_Details_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_MerchantCurrency_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_NetworkId_Length",
                table: "Authorizations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_Wallet_Length",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Asked",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Captured",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "CategoryCode",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "City",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Details",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "MerchantAmount",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "MerchantCurrency",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "NetworkId",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Refunded",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Wallet",
                table: "Authorizations");
        }
    }
}
